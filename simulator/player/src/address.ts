/** Keeps the address bar and the view in step. */

/** Browsers refuse an address that changes too often. */
const QUIET = 300;

export class Address {
  private timer = 0;
  private written = location.hash.replace(/^#/, "");

  /** `write` gives what should follow the `#`; `read` is told when somebody else has changed it. */
  constructor(private readonly write: () => string, read: (hash: string) => void) {
    addEventListener("hashchange", () => {
      const hash = location.hash.replace(/^#/, "");
      if (hash === this.written) return;
      this.written = hash;
      read(hash);
    });
  }

  /** To be called after each change. */
  later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), QUIET);
  }

  /** The address of what is looked at now. */
  link(): string {
    return `${location.href.split("#")[0]}#${this.write()}`;
  }

  private now(): void {
    this.written = this.write();
    try {
      history.replaceState(null, "", `#${this.written}`);
    } catch {
      // A frame without an address of its own, as in a notebook: there is no link to keep.
    }
  }
}
