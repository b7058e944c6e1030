/** Shows those fields of a claim that the chosen predicate has, with its unit, and offers the kinds that it leads to. */
export function fitToPredicate(): void {
  const select = document.querySelector<HTMLSelectElement>("[data-statement] select[name=predicate]");
  const fields = select?.closest<HTMLElement>("[data-statement]");
  if (!select || !fields) return;
  const fit = () => {
    const { value, unit = "", objects } = select.selectedOptions[0]?.dataset ?? {};
    for (const part of fields.querySelectorAll<HTMLElement>("[data-for]")) {
      const is = part.dataset["for"];
      part.hidden = is !== value && !(is === "QUANTITY" && value === "ENTITY" && unit !== "");
    }
    for (const place of fields.querySelectorAll("span[data-unit]")) place.textContent = unit;
    const object = fields.querySelector<HTMLInputElement>('[name="object.name"]');
    if (object && objects) object.dataset["suggestKinds"] = objects;
  };
  select.addEventListener("change", fit);
  fit();
}
