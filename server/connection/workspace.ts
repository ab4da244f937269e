import { existsSync } from 'node:fs';
import { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import {
  isRecordFile,
  readRecordFile,
  readRecordFiles,
  recordFilesAbove,
  type Unreadable,
} from '../host/record-files.ts';
import type { InitializationOptions } from '../protocol/base.ts';
import { Checker } from '../rules/checker.ts';
import { nameOfPath, nameOfUri, pathOf } from './names.ts';

export interface WorkspaceEvents {
  /** Files whose findings may have changed, and the file that was edited, if it was one. */
  readonly onChange: (files: ReadonlySet<string>, edited: string | undefined) => void;
  /** This document was opened or typed in. */
  readonly onTyped: (name: string) => void;
  /** This file changed on disk, or its document was closed. */
  readonly onWritten: (name: string) => void;
  /** All folders were read anew. */
  readonly onRead: () => void;
  readonly log: (line: string) => void;
}

/** The records of the opened folders: on disk, with what is being typed on top. */
export class Workspace {
  readonly checker: Checker;
  readonly estate: Estate;
  /** Texts of open documents, by name: they stand before what is on disk. */
  private readonly open = new Map<string, string>();
  /** Files that were seen on disk: an open document of one that is gone since counts no longer, though its tab may stay. */
  private readonly onDisk = new Set<string>();
  /** Files above the opened folders: read, never reported on. */
  private readonly above = new Set<string>();
  private folders: readonly string[] = [];
  private settings: InitializationOptions;
  private readonly events: WorkspaceEvents;
  private reading: Promise<void> = Promise.resolve();

  constructor(settings: InitializationOptions, events: WorkspaceEvents) {
    this.settings = settings;
    this.events = events;
    const pretended = () => this.settings.today ?? process.env['FITS_TODAY'];
    this.estate = new Estate({
      get pretended() {
        return pretended() || undefined;
      },
      now: () => Date.now(),
    });
    const onFailure = (code: string, record: RecordEntry, error: unknown) =>
      events.log(
        `Rule ${code} failed on ${record.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    this.checker = new Checker(this.estate, { settings: settings.rules ?? {}, onFailure });
    this.onFailure = onFailure;
  }

  private readonly onFailure: (code: string, record: RecordEntry, error: unknown) => void;

  get options(): InitializationOptions {
    return this.settings;
  }

  /** Another day, other severities, trust given: everything is looked at anew. */
  async take(settings: InitializationOptions): Promise<void> {
    const trustChanged = settings.trusted !== this.settings.trusted;
    this.settings = settings;
    if (trustChanged) await this.rescan();
    this.events.onChange(
      this.checker.recheckAll(new Set(), { settings: settings.rules ?? {}, onFailure: this.onFailure }),
      undefined,
    );
  }

  /** The day is another than when it was last looked at. */
  newDay(): void {
    this.events.onChange(this.checker.recheckAll(), undefined);
  }

  /** Resolves when everything that was asked to be read is read. */
  get ready(): Promise<void> {
    return this.reading;
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.flatMap(uri => pathOf(nameOfUri(uri)) ?? []);
    void this.rescan();
  }

  /** Reads all folders again and forgets what is gone. */
  rescan(): Promise<void> {
    this.reading = this.reading.then(() => this.readAll());
    return this.reading;
  }

  private async readAll(): Promise<void> {
    const began = Date.now();
    const seen = new Set<string>();
    const touched = new Set<string>();
    const take = (file: string, text: string) => {
      const name = nameOfPath(file);
      seen.add(name);
      this.onDisk.add(name);
      if (!this.open.has(name)) add(touched, this.checker.setFile(name, text));
    };
    const onUnreadable = this.unreadable;
    for (const folder of this.folders) await readRecordFiles(folder, { onFile: take, onUnreadable });
    this.readAbove(take);
    for (const name of [...this.estate.files.keys()])
      if (!seen.has(name) && !this.stands(name)) add(touched, this.checker.setFile(name, undefined));
    this.events.log(`Read ${this.estate.files.size} files in ${Date.now() - began} ms.`);
    this.events.onChange(touched, undefined);
    this.events.onRead();
  }

  private readAbove(take: (file: string, text: string) => void): void {
    this.above.clear();
    this.estate.mayBeAbove = this.folders.length > 0 && !this.settings.trusted;
    if (!this.settings.trusted) return;
    const inside = new Set(this.estate.files.keys());
    for (const file of this.folders.flatMap(recordFilesAbove)) {
      const name = nameOfPath(file);
      if (inside.has(name) && !this.above.has(name)) continue;
      this.above.add(name);
      const text = readRecordFile(file, this.unreadable);
      if (text !== undefined) take(file, text);
    }
  }

  private readonly unreadable = ({ file, why }: Unreadable) => this.events.log(`${file} could not be read: ${why}.`);

  /** A document was opened or typed in. */
  edit(uri: string, text: string): void {
    const name = nameOfUri(uri);
    this.open.set(name, text);
    this.events.onChange(this.checker.setFile(name, text), name);
    this.events.onTyped(name);
  }

  /** A document was closed: what is on disk counts again. */
  close(uri: string): void {
    const name = nameOfUri(uri);
    this.open.delete(name);
    this.refresh([name]);
  }

  /** Files changed on disk, or are gone. Told as one change: of a renamed file the going and the coming belong together. */
  refresh(uris: readonly string[]): void {
    const touched = new Set<string>();
    for (const name of uris.map(nameOfUri)) {
      this.events.onWritten(name);
      const stored = this.readStored(name);
      const typed = this.stands(name) ? this.open.get(name) : undefined;
      if (typed !== undefined && this.estate.files.has(name)) continue;
      add(touched, this.checker.setFile(name, typed ?? stored));
    }
    if (touched.size > 0) this.events.onChange(touched, undefined);
  }

  /** The text on disk; undefined where there is no such record file. */
  private readStored(name: string): string | undefined {
    const file = pathOf(name);
    if (file === undefined || !isRecordFile(file) || !existsSync(file)) return undefined;
    this.onDisk.add(name);
    return readRecordFile(file, this.unreadable);
  }

  /** Whether the file is an open document that has not been deleted under its tab. */
  private stands(name: string): boolean {
    const file = pathOf(name);
    return this.open.has(name) && !(file !== undefined && this.onDisk.has(name) && !existsSync(file));
  }

  /** What files said at the last commit; undefined: nothing to compare with. */
  takePast(texts: Iterable<readonly [name: string, text: string | undefined]>): void {
    const touched = new Set<string>();
    for (const [name, text] of texts) add(touched, this.checker.setPast(name, text));
    if (touched.size > 0) this.events.onChange(touched, undefined);
  }

  /** Paths of the opened folders. */
  get opened(): readonly string[] {
    return this.folders;
  }

  get openNames(): readonly string[] {
    return [...this.open.keys()];
  }

  isOpen(name: string): boolean {
    return this.open.has(name);
  }

  textOf(uri: string): string | undefined {
    return this.open.get(nameOfUri(uri));
  }

  /** Files on which findings are reported. */
  reported(): string[] {
    return [...this.estate.files.keys()].filter(name => name.startsWith('file:') && !this.above.has(name)).sort();
  }

  /** Whether findings on this file are reported at all. */
  reports(name: string): boolean {
    return !this.above.has(name);
  }
}

function add(into: Set<string>, more: ReadonlySet<string>): void {
  for (const one of more) into.add(one);
}
