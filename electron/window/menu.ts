import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Few things: what the page cannot do by itself (zoom, full screen, quit) and, on the Mac, the clipboard's keys. */
export function setMenu(platform: NodeJS.Platform = process.platform): void {
  const modifica: MenuItemConstructorOptions = {
    label: 'Modifica',
    submenu: [
      { role: 'cut', label: 'Taglia' },
      { role: 'copy', label: 'Copia' },
      { role: 'paste', label: 'Incolla' },
      { role: 'selectAll', label: 'Seleziona tutto' },
    ],
  };
  const vista: MenuItemConstructorOptions = {
    label: 'Vista',
    submenu: [
      { role: 'zoomIn', label: 'Ingrandisci' },
      { role: 'zoomOut', label: 'Rimpicciolisci' },
      { role: 'resetZoom', label: 'Grandezza normale' },
      { role: 'togglefullscreen', label: 'Schermo intero' },
    ],
  };
  const programma: MenuItemConstructorOptions = { label: 'Approdo', submenu: [{ role: 'quit', label: 'Esci' }] };
  const mac = platform === 'darwin' ? [modifica] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([programma, ...mac, vista]));
}
