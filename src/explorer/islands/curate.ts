/** What the pages do for those who write, beside what they do for all. */
import "../style/curating.css";
import { checkWhileTyping } from "./curate/checkWhileTyping.js";
import { fitToPredicate } from "./curate/fitToPredicate.js";
import { offerSelection } from "./curate/offerSelection.js";

offerSelection();
fitToPredicate();
checkWhileTyping();
