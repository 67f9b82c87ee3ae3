/** Cookies as a browser keeps them, by host and port; enough for sign-in. Redirects are not followed. */
export class BrowserJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Sends a request with the cookies of its host, and keeps those of the answer. */
  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.header(url));
    return this.keep(url, await fetch(url, { ...init, headers, redirect: "manual" }));
  }

  /** Goes where answers redirect to, until one of them does not or `stop` says so of an address. */
  async follow(
    url: string,
    stop: (url: URL) => boolean = () => false,
  ): Promise<{ url: URL; response: Response | null }> {
    let at = new URL(url);
    for (let hops = 0; hops < 15; hops += 1) {
      if (stop(at)) return { url: at, response: null };
      const response = await this.fetch(at);
      const next = response.headers.get("location");
      if (!next) return { url: at, response };
      at = new URL(next, at);
    }
    throw new Error(`more than 15 redirects: ${at}`);
  }

  /** The Cookie header for an address. */
  header(url: string | URL): string {
    return [...this.#of(url)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(url: string | URL, name: string): string | undefined {
    return this.#of(url).get(name);
  }

  set(url: string | URL, name: string, value: string): void {
    this.#of(url).set(name, value);
  }

  /** Drops the cookies of a host. */
  forget(url: string | URL): void {
    this.#of(url).clear();
  }

  /** Keeps the cookies of an answer that came from an address. */
  keep(url: string | URL, response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      const gone = attributes.some((attribute) =>
        /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute),
      );
      if (gone) this.#of(url).delete(name.trim());
      else this.#of(url).set(name.trim(), value.join("="));
    }
    return response;
  }

  #of(url: string | URL): Map<string, string> {
    const { host } = new URL(url);
    const held = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, held);
    return held;
  }
}
