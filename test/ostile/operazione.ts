/** The operations that are tried on every fault, each a few steps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contesto } from '../../electron/services/contesto.ts';
import { apri, MESE, type NomeOperazione, PASSWORD_SCENA, STRUTTURA } from './scena-apri.ts';

type Passo = () => unknown;

/** Armed by the hook; absent when the operation runs in the test itself. */
declare global {
  var approdoArma: (() => void) | undefined;
  var approdoContate: (() => number) | undefined;
}

function files(cartella: string) {
  return readdirSync(cartella)
    .toSorted()
    .map((nome) => ({ nome, bytes: new Uint8Array(readFileSync(join(cartella, nome))) }));
}

async function passiDi(nome: NomeOperazione, cartella: string, ctx: Contesto | null, chiave: Buffer): Promise<Passo[]> {
  const dati = join(cartella, 'dati');
  const aperto = ctx as Contesto;
  switch (nome) {
    case 'importa-foglio': {
      const { importFoglio } = await import('../../electron/services/foglio.ts');
      return [() => importFoglio(aperto, { file: files(join(cartella, 'foglio')) })];
    }
    case 'registra': {
      const { registerPresenze } = await import('../../electron/services/presenza.ts');
      const { getMese } = await import('../../electron/services/presenza.ts');
      const griglia = getMese(aperto, { struttura: STRUTTURA, mese: MESE });
      const ingressi = griglia.righe
        .filter((r) => r.dataIngresso <= `${MESE}-10` && (r.dataDimissione ?? '9999') > `${MESE}-10`)
        .map((r) => r.ingressoId);
      return ['U', 'P', 'R', 'S', 'T', 'P'].map(
        (codice) => () =>
          registerPresenze(aperto, {
            ...{ struttura: STRUTTURA, mese: MESE, gesto: 'cella' },
            cambi: ingressi.map((ingressoId) => ({ ingressoId, giorno: `${MESE}-10`, codice })),
          }),
      );
    }
    case 'chiudi': {
      const { closeMese, reopenMese } = await import('../../electron/services/mese.ts');
      const mese = { struttura: STRUTTURA, mese: '2025-02' };
      return [
        () => closeMese(aperto, { ...mese, conMancanti: true }),
        () => reopenMese(aperto, { ...mese, motivo: 'codice corretto' }),
        () => closeMese(aperto, { ...mese, conMancanti: true }),
      ];
    }
    case 'esporta': {
      const { exportMese } = await import('../../electron/services/pacco.ts');
      return [() => exportMese(aperto, { struttura: STRUTTURA, mese: MESE })];
    }
    case 'importa-pacchi': {
      const { importPacchi } = await import('../../electron/services/pacco-import.ts');
      return files(join(cartella, 'pacchi')).map((file) => () => importPacchi(aperto, { file: [file] }));
    }
    case 'copia': {
      const { createCopia } = await import('../../electron/services/copia.ts');
      const archivio = {
        ...{ dati, store: aperto.store, chiave, utente: aperto.utente, ruolo: aperto.ruolo, nome: '' },
        ...{ dimostrazione: false, release: () => undefined },
      };
      return [() => createCopia(archivio, join(cartella, 'copia.tar'))];
    }
    case 'ripristina': {
      const { restoreCopia } = await import('../../electron/services/copia.ts');
      return [() => restoreCopia({ dati, da: join(cartella, 'da.tar'), password: PASSWORD_SCENA })];
    }
    case 'crea': {
      const [{ createStore }, { closeStore }] = await Promise.all([
        import('../../electron/services/sessione-nuova.ts'),
        import('../../electron/services/archivio.ts'),
      ]);
      const struttura = { codice: STRUTTURA, nome: 'Casa Prova' };
      const chi = { ruolo: 'comunita', utente: 'ROSSI Maria', password: PASSWORD_SCENA } as const;
      return [async () => closeStore(await createStore({ dati, ...chi, struttura, clock: Date.now }))];
    }
    case 'aggiorna': {
      const [{ openStore }, { closeStore }] = await Promise.all([
        import('../../electron/services/sessione.ts'),
        import('../../electron/services/archivio.ts'),
      ]);
      return [async () => closeStore(await openStore({ dati, password: PASSWORD_SCENA, clock: Date.now }))];
    }
  }
}

/** Runs it to the end from its `da`-th step on, saying each step that is done. */
export async function esegui(
  nome: NomeOperazione,
  cartella: string,
  detto: (passo: number) => void,
  da = 0,
): Promise<void> {
  const senzaArchivio = nome === 'crea' || nome === 'ripristina' || nome === 'aggiorna';
  const { ctx, chiave } = senzaArchivio ? { ctx: null, chiave: Buffer.alloc(0) } : apri(join(cartella, 'dati'));
  const passi = await passiDi(nome, cartella, ctx, chiave);
  globalThis.approdoArma?.();
  try {
    for (const [index, passo] of passi.entries()) {
      if (index < da) continue;
      await passo();
      detto(index + 1);
    }
  } finally {
    ctx?.store.close();
  }
}
