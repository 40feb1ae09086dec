import { existsSync } from 'node:fs';
import { dirname, isAbsolute, normalize } from 'node:path';
import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import type { Output } from '../contract/index.ts';
import { type CopiaTrovata, findCopia, listCartelleSuiDischi, listCopie, sortCopie } from '../copie/elenco.ts';
import { isCartella, listNomi, listVerificate } from '../copie/luogo.ts';
import { luogoPredefinito, readStatoCopie } from '../copie/stato.ts';

/**
 * The copies that can be restored here: of the places the store used, of the sticks that are in, or of the folder (or file)
 * that somebody wrote.
 * @throws ErroreApprodo `copia.percorso`, `copia.danneggiata` for a file or folder that was written and is not one
 */
export function listRipristinabili(dati: string, scritto?: string): Output<'ripristino.list'> {
  const file = fileCartella(dati);
  const cercato = scritto === undefined ? listCartelle(dati) : [assertPercorso(scritto)];
  const copie = scritto === undefined ? cercato.flatMap(listCopie) : listScritte(assertPercorso(scritto));
  const suoi = new Set([luogoPredefinito(dati).percorso, ...readStatoCopie(dati).luoghi.map((l) => l.percorso)]);
  return {
    copie: sortCopie(copie).map(({ dispositivo: _di, ...copia }) => ({
      ...copia,
      propria: suoi.has(dirname(copia.file)),
    })),
    cercato,
    occupata: existsSync(file.archivio) || existsSync(file.chiavi),
    inUscita: listNomi(file.inUscita).filter((nome) => nome.endsWith('.approdo')).length,
  };
}

function listCartelle(dati: string): string[] {
  const noti = readStatoCopie(dati).luoghi.map((luogo) => luogo.percorso);
  return [...new Set([...noti, luogoPredefinito(dati).percorso, ...listCartelleSuiDischi()])].filter(isCartella);
}

function listScritte(percorso: string): CopiaTrovata[] {
  if (isCartella(percorso)) return listCopie(percorso);
  const nome = percorso.split(/[/\\]/).at(-1) ?? '';
  const copia = findCopia(percorso, listVerificate(dirname(percorso)).has(nome));
  if (copia) return [copia];
  throw existsSync(percorso)
    ? new ErroreApprodo(
        'copia.danneggiata',
        `${percorso}: non è una copia di Approdo, oppure è incompleta: sceglierne un’altra.`,
      )
    : new ErroreApprodo(
        'file.assente',
        `${percorso}: il file o la cartella non c’è: controllare il percorso e riprovare.`,
      );
}

function assertPercorso(scritto: string): string {
  const pulito = scritto.trim();
  if (!isAbsolute(pulito) || /\p{Cc}/u.test(pulito))
    throw new ErroreApprodo(
      'copia.percorso',
      'Scrivere per intero la cartella o il file della copia, a partire dal disco.',
    );
  return normalize(pulito);
}
