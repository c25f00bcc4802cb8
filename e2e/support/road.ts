import { createServer, type IncomingMessage, request, type RequestListener, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Change = (text: string) => string;

/** The way from a phone to the office. A test breaks it at any byte, leads it to a restarted server, or changes what comes over it. */
export class Road {
  /** How many requests with this in their path have come through since the road was made. */
  readonly passed = (part: string) => this.paths.filter((path) => path.includes(part)).length;
  private readonly paths: string[] = [];
  private readonly changes = new Map<string, Change>();
  private readonly doors: HttpServer;
  private closed: RegExp | null = null;
  private breaking: { readonly part: string; readonly after: number } | null = null;
  private office: URL;

  private constructor(office: string) {
    this.office = new URL(office);
    this.doors = createServer(this.pass);
  }

  static async to(office: { readonly url: string }): Promise<Road> {
    const road = new Road(office.url);
    await new Promise<void>((resolve) => road.doors.listen(0, 'localhost', resolve));
    return road;
  }

  get url(): string {
    return `http://localhost:${(this.doors.address() as AddressInfo).port}`;
  }

  /** Nothing whose path fits comes through any more, and what is on its way breaks off. */
  cut(paths = /^/): void {
    this.closed = paths;
    this.doors.closeAllConnections();
  }

  open(): void {
    this.closed = null;
  }

  /** The next request with this in its path breaks off after so many bytes of its body. */
  breakWithin(part: string, after: number): void {
    this.breaking = { part, after };
  }

  leadTo(office: { readonly url: string }): void {
    this.office = new URL(office.url);
  }

  change(path: string, change: Change): void {
    this.changes.set(path, change);
  }

  async close(): Promise<void> {
    this.doors.closeAllConnections();
    await new Promise((resolve) => this.doors.close(resolve));
  }

  private readonly pass: RequestListener = (asked, answer) => {
    const path = asked.url ?? '/';
    if (this.closed?.test(path)) {
      asked.socket.destroy();
      return;
    }
    this.paths.push(path);
    this.breakOff(asked, path);
    const change = this.changes.get(path);
    const headers = change ? { ...asked.headers, 'accept-encoding': 'identity' } : asked.headers;
    const onward = request(new URL(path, this.office), { method: asked.method ?? 'GET', headers }, (answered) => {
      answered.on('error', () => asked.socket.destroy());
      if (!change) {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
        return;
      }
      void whole(answered).then((text) => {
        const { 'content-length': _length, etag: _etag, 'last-modified': _date, ...rest } = answered.headers;
        answer.writeHead(answered.statusCode ?? 502, rest).end(change(text));
      });
    });
    onward.on('error', () => asked.socket.destroy());
    asked.on('close', () => !asked.complete && onward.destroy());
    asked.pipe(onward);
  };

  private breakOff(asked: IncomingMessage, path: string): void {
    const wish = this.breaking;
    if (!wish || !path.includes(wish.part)) return;
    this.breaking = null;
    let seen = 0;
    asked.on('data', (bytes: Buffer) => {
      seen += bytes.length;
      if (seen >= wish.after) asked.socket.destroy();
    });
  }
}

async function whole(answered: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answered) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
