/** A file that somebody brings, with leave to read it again after a reload where the browser gives one. */
export interface BroughtFile {
  readonly file: File;
  readonly handle?: FileSystemFileHandle;
}

/** What browsers that have it (Chromium) can do beyond the standard's file inputs. */
interface FileAccess {
  readonly showOpenFilePicker?: (options: {
    readonly multiple: boolean;
    readonly types?: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileSystemFileHandle[]>;
}

interface HandleGiver {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Reads the files of a drop; folders are left out. It must be called at once, within the event of the drop. */
export async function droppedFiles(dropped: DataTransfer): Promise<BroughtFile[]> {
  const items = [...dropped.items].filter(({ kind }) => kind === 'file');
  // Everything is asked for before the first wait: afterwards the browser takes it back.
  const asked = items.map((item) => ({
    file: item.getAsFile(),
    folder: item.webkitGetAsEntry()?.isDirectory === true,
    handle: (item as HandleGiver).getAsFileSystemHandle?.().catch(() => null),
  }));
  const brought = asked.map(async ({ file, folder, handle }) => {
    const kept = await handle;
    if (file === null || folder) return [];
    return [kept?.kind === 'file' ? { file, handle: kept as FileSystemFileHandle } : { file }];
  });
  return (await Promise.all(brought)).flat();
}

/** Whether something that is dragged over the page has files. */
export const hasFiles = (dragged: DataTransfer | null): boolean => dragged?.types.includes('Files') ?? false;

/** What may be chosen: endings with their point (`.mp4`); anything where there are none. */
export interface Choice {
  readonly multiple?: boolean;
  readonly endings?: readonly string[];
}

/** Lets somebody choose files on their computer; none when they think better of it. */
export async function pickFiles({ multiple = false, endings = [] }: Choice = {}): Promise<BroughtFile[]> {
  const { showOpenFilePicker } = window as FileAccess;
  if (showOpenFilePicker === undefined) return pickPlainly(multiple, endings);
  try {
    const types =
      endings.length === 0
        ? undefined
        : [{ description: '', accept: { 'application/octet-stream': endings } }];
    const handles = await showOpenFilePicker({ multiple, ...(types && { types }) });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

function pickPlainly(multiple: boolean, endings: readonly string[]): Promise<BroughtFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = endings.join(',');
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])].map((file) => ({ file })));
    input.oncancel = () => resolve([]);
    input.click();
  });
}
