import { EventEmitter } from 'node:events';

/**
 * A recorded double of the `electron` module: the same names the program uses, each call written down. vitest puts it in
 * place of the real one, which cannot load outside its own binary.
 */
export interface Registrato {
  /** every call, in order: `object.method`, arguments */
  readonly chiamate: [string, unknown[]][];
  readonly finestre: BrowserWindow[];
}

export const registrato: Registrato = { chiamate: [], finestre: [] };

/** What the double answers; a test changes it. */
export const scenario = {
  isPackaged: false,
  singleInstance: true,
  savePath: '' as string,
  messageBox: 0,
  /** switches on the command line */
  switches: [] as string[],
};

function note(name: string, args: unknown[]): void {
  registrato.chiamate.push([name, args]);
}

/** The arguments of the calls to a method. */
export function calls(name: string): unknown[][] {
  return registrato.chiamate.filter(([called]) => called === name).map(([, args]) => args);
}

class App extends EventEmitter {
  readonly commandLine = { hasSwitch: (name: string) => scenario.switches.includes(name) };
  get isPackaged(): boolean {
    return scenario.isPackaged;
  }
  enableSandbox(): void {
    note('app.enableSandbox', []);
  }
  getPath(name: string): string {
    return `/percorso/${name}`;
  }
  setPath(name: string, path: string): void {
    note('app.setPath', [name, path]);
  }
  requestSingleInstanceLock(): boolean {
    note('app.requestSingleInstanceLock', []);
    return scenario.singleInstance;
  }
  whenReady(): Promise<void> {
    note('app.whenReady', []);
    return Promise.resolve();
  }
  quit(): void {
    note('app.quit', []);
  }
  exit(status: number): void {
    note('app.exit', [status]);
  }
}

class Contents extends EventEmitter {
  readonly mainFrame = { url: 'app://approdo/index.html', parent: null };
  windowOpen: (() => unknown) | undefined;
  setWindowOpenHandler(handler: () => unknown): void {
    this.windowOpen = handler;
  }
  reload(): void {
    note('webContents.reload', []);
  }
  send(...args: unknown[]): void {
    note('webContents.send', args);
  }
  isDestroyed(): boolean {
    return false;
  }
  printToPDF(options: unknown): Promise<Uint8Array> {
    note('webContents.printToPDF', [options]);
    return Promise.resolve(new Uint8Array([37, 80, 68, 70]));
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents();
  readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>;
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    registrato.finestre.push(this);
    note('BrowserWindow', [options]);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    note('window.loadURL', [url]);
    return Promise.resolve();
  }
  show(): void {
    note('window.show', []);
  }
  focus(): void {
    note('window.focus', []);
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    note('window.restore', []);
  }
  isDestroyed(): boolean {
    return false;
  }
  getTitle(): string {
    return 'Foglio presenze: Casa / marzo 2025';
  }
}

type Handler = (...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
}

class SessionDouble {
  permissionRequest: Handler | undefined;
  permissionCheck: Handler | undefined;
  devicePermission: Handler | undefined;
  beforeRequest: { filter: { urls: string[] }; listener: Handler } | undefined;
  readonly webRequest = {
    onBeforeRequest: (filter: { urls: string[] }, listener: Handler) => {
      this.beforeRequest = { filter, listener };
    },
  };
  setPermissionRequestHandler(handler: Handler): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    note('session.setSpellCheckerEnabled', [on]);
  }
}

export const app = new App();
export const ipcMain = new IpcMain();
export const powerMonitor = new EventEmitter();
export const clipboard = { clear: () => note('clipboard.clear', []) };
export const session = { defaultSession: new SessionDouble() };

export const protocol = {
  handlers: new Map<string, (request: Request) => Response>(),
  registerSchemesAsPrivileged: (schemes: unknown) => note('protocol.registerSchemesAsPrivileged', [schemes]),
  handle(scheme: string, handler: (request: Request) => Response) {
    this.handlers.set(scheme, handler);
  },
};

export const dialog = {
  showMessageBoxSync: (options: unknown) => {
    note('dialog.showMessageBoxSync', [options]);
    return scenario.messageBox;
  },
  showErrorBox: (...args: unknown[]) => note('dialog.showErrorBox', args),
  showSaveDialog: (_window: unknown, options: unknown) => {
    note('dialog.showSaveDialog', [options]);
    return Promise.resolve({ canceled: scenario.savePath === '', filePath: scenario.savePath });
  },
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => note('Menu.setApplicationMenu', [menu]),
};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => note('contextBridge.exposeInMainWorld', [name, api]),
};

class IpcRenderer extends EventEmitter {
  invoke(...args: unknown[]): Promise<unknown> {
    note('ipcRenderer.invoke', args);
    return Promise.resolve({ ok: true, valore: {} });
  }
  send(...args: unknown[]): void {
    note('ipcRenderer.send', args);
  }
}

export const ipcRenderer = new IpcRenderer();
