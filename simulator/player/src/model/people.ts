/** Processes of a trace: who they are, when they live, what they are called, who supervises them. */

import { pidText } from "../describe";
import type { EventIndex, Process, ProcessIndex, Trace } from "../types";

export class People {
  readonly processes: Process[] = [];
  private readonly byPid = new Map<number, ProcessIndex>();

  constructor(private readonly trace: Trace) {}

  /** Index of a process, which is made known by its first mention; -1 for no pid. */
  of(pid: number | undefined, e: EventIndex): ProcessIndex {
    if (pid === undefined || pid < 0) return -1;
    const known = this.byPid.get(pid);
    if (known !== undefined) return known;
    const index = this.processes.length;
    this.processes.push({
      index, pid, id: "", fn: "", module: "", parent: -1, supervisor: -1, label: pidText(pid),
      ownLabel: "", names: [], born: e, ended: -1, reason: "", crashed: false, failed: false,
    });
    this.byPid.set(pid, index);
    return index;
  }

  find(pid: number): ProcessIndex {
    return this.byPid.get(pid) ?? -1;
  }

  spawn(e: EventIndex): void {
    const { trace } = this;
    const process = this.processes[this.of(trace.pid[e]!, e)]!;
    process.id = trace.field<string>(e, "id") ?? "";
    process.fn = trace.field<string>(e, "function") ?? "";
    process.module = moduleOf(process.fn);
    process.label = process.fn || process.label;
    process.parent = this.of(trace.field<number>(e, "parent"), e);
    process.born = e;
  }

  exit(p: ProcessIndex, e: EventIndex): void {
    const process = this.processes[p]!;
    const how = this.trace.field<string>(e, "how");
    process.ended = e;
    process.reason = this.trace.field<string>(e, "reason") ?? "";
    process.crashed ||= how === "error" || how === "throw";
    process.failed = process.crashed || !planned(process.reason);
  }

  crash(p: ProcessIndex): void {
    this.processes[p]!.crashed = true;
  }

  register(p: ProcessIndex, e: EventIndex): void {
    const process = this.processes[p]!;
    const name = this.trace.field<string>(e, "name") ?? "";
    if (process.names.length === 0 && !process.ownLabel) process.label = name;
    process.names.push({ name, from: e, to: -1 });
  }

  /** Somebody said what it is to be called: the last word counts. */
  name(p: ProcessIndex, e: EventIndex): void {
    const process = this.processes[p]!;
    process.ownLabel = this.trace.field<string>(e, "label") ?? "";
    process.label = process.ownLabel || process.label;
  }

  unregister(p: ProcessIndex, e: EventIndex): void {
    const name = this.trace.field<string>(e, "name");
    const held = this.processes[p]!.names.find((each) => each.name === name && each.to < 0);
    if (held) held.to = e;
  }

  child(p: ProcessIndex, e: EventIndex): void {
    const child = this.of(this.trace.field<number>(e, "child"), e);
    if (child >= 0) this.processes[child]!.supervisor = p;
  }
}

/** `Stack` of `Stack.init/1`, `HttpService` of `HttpService(example.com)`; what has no module is its own. */
function moduleOf(fn: string): string {
  const named = /^(.*)\.[^.]+\/\d+$/.exec(fn);
  return named ? named[1]! : fn.replace(/\(.*$/, "") || fn;
}

/** Is a reason to end one that nobody has to worry about? */
export function planned(reason: string): boolean {
  return /^:?normal$|^:?shutdown$|^\{:shutdown/.test(reason);
}
