/** The part of `@getodk/web-forms` 0.22 that we use; the package ships no types. */
declare module '@getodk/web-forms' {
  import type { DefineComponent, Plugin } from 'vue';

  export interface SubmissionResult {
    readonly next: 'POST_SUBMIT__NEW_INSTANCE';
  }

  export interface MonolithicInstancePayload {
    readonly payloadType: 'monolithic';
    readonly status: 'ready' | 'pending';
    readonly data: readonly [FormData];
  }

  export interface EditInstanceOptions {
    readonly resolveInstance: () => Promise<string>;
    readonly attachmentFileNames: readonly string[];
    readonly resolveAttachment: (name: string) => Promise<Response>;
  }

  export const OdkWebForm: DefineComponent<{
    formXml: string;
    fetchFormAttachment: (url: URL) => Promise<Response>;
    missingResourceBehavior?: 'BLANK' | 'ERROR';
    editInstance?: EditInstanceOptions | null;
    preloadProperties?: { deviceID?: string; username?: string };
    onSubmit?: (payload: MonolithicInstancePayload, done: (result?: SubmissionResult) => void) => void;
  }>;

  export const webFormsPlugin: Plugin;
}
