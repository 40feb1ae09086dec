import { type BrowserWindow, dialog } from 'electron';
import { ErroreApprodo } from '../../domain/errore.ts';
import { writeFileAtomic } from '../cartella/file-atomico.ts';
import type { Risposta } from '../contract/index.ts';

/**
 * Saves the page as it prints (its own paper size, tagged for screen readers) where the person says.
 * `file` is null when they give up.
 */
export async function savePdf(finestra: BrowserWindow): Promise<Risposta<{ file: string | null }>> {
  try {
    const chosen = await dialog.showSaveDialog(finestra, {
      title: 'Salva come PDF',
      defaultPath: `${fileNameOf(finestra.getTitle())}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      // the system's list of recent files would tell whose register it is
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    });
    if (chosen.canceled || !chosen.filePath) return { ok: true, valore: { file: null } };
    const bytes = await finestra.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    writeFileAtomic(chosen.filePath, bytes);
    return { ok: true, valore: { file: chosen.filePath } };
  } catch (error) {
    const { codice, messaggio } = error instanceof ErroreApprodo ? error : notMade(error);
    return { ok: false, errore: { codice, messaggio } };
  }
}

function notMade(cause: unknown): ErroreApprodo {
  return new ErroreApprodo('pdf.fallito', 'Il PDF non è stato fatto: riprovare, oppure stampare su carta.', { cause });
}

/** The title of the page without what a file system refuses. */
function fileNameOf(title: string): string {
  return (
    title
      .replaceAll(/[\\/:*?"<>|]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'Approdo'
  );
}
