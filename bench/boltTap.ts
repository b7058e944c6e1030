import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { PackStreamReader } from "./packStream.js";

/** A statement as it was sent to the database. */
export interface SentStatement {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Stands between a server and its Neo4j and notes what goes by: which statements are sent, and how many bytes come back. So they are counted alike for every
 * server, whatever it tells of itself. It is for counting only: nothing is measured through it.
 */
export class BoltTap {
  statements: SentStatement[] = [];
  /** How many bytes the database has sent. */
  received = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(private readonly to: URL) {
    this.#server = createServer((client) => this.#join(client));
  }

  /** The address at which it stands in for the database. */
  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `bolt://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what has gone by. */
  reset(): void {
    this.statements = [];
    this.received = 0;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(client: Socket): void {
    const database = connect({ host: this.to.hostname, port: Number(this.to.port || 7687) });
    const conversation = new Conversation((statement) => this.statements.push(statement));
    for (const socket of [client, database]) {
      this.#sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.on("data", (bytes: Buffer) => {
      database.write(bytes);
      conversation.ask(bytes);
    });
    database.on("data", (bytes: Buffer) => {
      this.received += bytes.length;
      client.write(bytes);
      conversation.answer(bytes);
    });
  }
}

/** Magic number and four versions. */
const HANDSHAKE = 20;
/** The answer after which the two agree on a version by a longer exchange: the client sends the version, and a number of flags. */
const MANIFEST = 0x000001ff;
const RUN = 0x10;

/** What one connection says: a handshake, then messages in chunks that end with an empty one. */
class Conversation {
  #asked = Buffer.alloc(0);
  #answered = Buffer.alloc(0);
  #agreed = false;
  #message: Buffer[] = [];

  constructor(private readonly onStatement: (statement: SentStatement) => void) {}

  answer(bytes: Buffer): void {
    if (this.#answered.length < 4) this.#answered = Buffer.concat([this.#answered, bytes]);
    this.#read();
  }

  ask(bytes: Buffer): void {
    this.#asked = Buffer.concat([this.#asked, bytes]);
    this.#read();
  }

  #read(): void {
    if (!this.#agreed) {
      const length = this.#handshake();
      if (length === null) return;
      this.#asked = this.#asked.subarray(length);
      this.#agreed = true;
    }
    while (this.#asked.length >= 2) {
      const size = this.#asked.readUInt16BE(0);
      if (this.#asked.length < 2 + size) return;
      if (size > 0) this.#message.push(this.#asked.subarray(2, 2 + size));
      else this.#end();
      this.#asked = this.#asked.subarray(2 + size);
    }
  }

  /** How long the client's part of the handshake is; null where it is not over. */
  #handshake(): number | null {
    if (this.#asked.length < HANDSHAKE || this.#answered.length < 4) return null;
    if (this.#answered.readUInt32BE(0) !== MANIFEST) return HANDSHAKE;
    const flags = this.#asked.subarray(HANDSHAKE + 4);
    const last = flags.findIndex((byte) => byte < 0x80);
    return last < 0 ? null : HANDSHAKE + 4 + last + 1;
  }

  #end(): void {
    const message = Buffer.concat(this.#message);
    this.#message = [];
    if (message.length === 0) return;
    const reader = new PackStreamReader(message);
    if (reader.structure().tag !== RUN) return;
    const [text, params] = [reader.value() as string, reader.value() as SentStatement["params"]];
    this.onStatement({ text, params });
  }
}
