import { app, dialog, type Session, session, type WebContents } from 'electron';
import { isOwnPage } from './protocollo.ts';

/** Switches of Chromium that open the page to another program, or take away what protects it. */
const PERICOLOSI = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'disable-web-security',
  'allow-file-access-from-files',
  'load-extension',
  'js-flags',
];

/** Whether the installed program was started with a switch that nobody needs to work with it. Fuses do not stop these. */
export function isTampered(): boolean {
  return app.isPackaged && PERICOLOSI.some((name) => app.commandLine.hasSwitch(name));
}

/** Before the app is ready: every renderer in its sandbox, whatever a window asks. */
export function sandboxAll(): void {
  app.enableSandbox();
}

/** Once ready: nothing is granted, nothing comes from outside, nothing leads away from the page. */
export function lockDown(): void {
  refusePermissions(session.defaultSession);
  app.on('session-created', refusePermissions);
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function refusePermissions(one: Session): void {
  one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.setSpellCheckerEnabled(false);
  one.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // the page may load itself again, and nothing else
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => {
    if (wantsToLeave()) event.preventDefault();
  });
}

/** The page says that something is not saved yet: the person decides. */
function wantsToLeave(): boolean {
  const buttons = ['Resta', 'Esci senza salvare'];
  const message = 'Ci sono modifiche non ancora salvate.';
  return dialog.showMessageBoxSync({ type: 'warning', message, buttons, defaultId: 0, cancelId: 0 }) === 1;
}
