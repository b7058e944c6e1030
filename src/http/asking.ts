import type { IncomingMessage } from "node:http";
import type { RequestAccess, ViewerIdentity } from "../graphql/context.js";

/** Tells from an `Authorization` header, where there is one, who is asking. */
export type Identify = (authorization: string | undefined) => Promise<ViewerIdentity>;

/** Arranges that what an operation costs is charged to whoever asks. */
export type Account = (viewer: ViewerIdentity, request: IncomingMessage, access: RequestAccess) => void;
