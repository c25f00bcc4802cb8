import { sha256 } from '@tuntas/field-data';
import { shallowRef } from 'vue';
import type { ShallowRef } from 'vue';
import { idsByPath } from './engine-state.ts';
import type { EngineNode } from './engine-state.ts';
import { pathsOf } from './phone-record.ts';
import type { PhotoDoubted, PhotoNote } from './phone-record.ts';
import { faultIn } from './photo-quality.ts';
import { traceOf } from './photo-trace.ts';
import { scaled } from './photos.ts';
import { QUESTION } from './places.ts';

/** A photo that the officer is asked about; `settle` takes why it is kept, or null when it is to be taken again. */
export interface Doubt {
  readonly photo: File;
  readonly fault: PhotoDoubted;
  readonly settle: (reason: string | null) => void;
}

export interface PhotoNotes {
  readonly doubt: Readonly<ShallowRef<Doubt | null>>;
  /** The photo scaled, looked at unless it is `signed`, and noted; null when the officer would rather take it again. */
  prepare(photo: File, input: HTMLInputElement, signed: boolean): Promise<File | null>;
  /** What was noted of these files of an instance. */
  of(files: readonly File[], instanceXml: string): Promise<readonly PhotoNote[]>;
}

/** Notes of the photos of an open form, after those that it came with. The engine writes a picture anew, so its bytes are known only when they are sent. */
export function takePhotoNotes(former: readonly PhotoNote[], engine: () => EngineNode | null): PhotoNotes {
  const doubt = shallowRef<Doubt | null>(null);
  /** By the question's id in the page. */
  const notes = new Map<string, Omit<PhotoNote, 'sha256'>>();
  let asked: Promise<void> = Promise.resolve();

  /** Asks of one photo after the other. */
  const askWhy = (photo: File, fault: PhotoDoubted): Promise<string | null> => {
    const answer = asked.then(() => new Promise<string | null>((settle) => (doubt.value = { photo, fault, settle })));
    asked = answer.then(() => void (doubt.value = null));
    return answer;
  };

  return {
    doubt,
    prepare: async (photo, input, signed) => {
      const small = await scaled(photo);
      if (small && signed) return small;
      const fault = small && (await faultIn(small));
      const reason = small ? fault && (await askWhy(small, fault)) : await askWhy(photo, 'unreadable');
      if (!small || (fault && reason === null)) {
        input.value = '';
        return null;
      }
      notes.set(input.closest(QUESTION)?.id ?? '', { ...(await traceOf(photo)), fault, reason });
      return small;
    },
    of: async (files, instanceXml) => {
      const state = engine();
      const ids = state ? idsByPath(state) : new Map<string, string>();
      const paths = pathsOf(
        files.map(({ name }) => name),
        instanceXml,
      );
      const photos = files.map(async (file) => {
        const hash = await sha256(await file.arrayBuffer());
        const note = notes.get(ids.get(paths.get(file.name) ?? '') ?? '');
        return note ? { ...note, sha256: hash } : former.find((one) => one.sha256 === hash);
      });
      return (await Promise.all(photos)).filter((one) => one !== undefined);
    },
  };
}
