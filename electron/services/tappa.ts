import { listUdienze } from '../../db/reads/giuridica.ts';
import { listProgetti, listRelazioni } from '../../db/reads/progetto.ts';
import type { Output } from '../contract/index.ts';
import { COMUNITA } from '../contract/ruolo.ts';
import type { Contesto } from './contesto.ts';
import { isVisibile } from './relazione.ts';
import type { Sezioni } from './sezione.ts';

type Tappe = Output<'ospiti.get'>['tappe'];

/** The days that mark the path of a person, oldest first, of what who asks may read: projects, reports sent, hearings. */
export function listTappe({ store, utente }: Contesto, personaId: string, sezioni: Sezioni): Tappe {
  const scrive = COMUNITA.some((ruolo) => ruolo === utente.ruolo);
  const progetti = scrive ? listProgetti(store, personaId) : [];
  const relazioni = scrive ? listRelazioni(store, personaId).filter(({ tipo }) => isVisibile(tipo, sezioni)) : [];
  const udienze = sezioni.has('giuridica') ? listUdienze(store, personaId) : [];
  const tappe: Tappe = [
    ...progetti.map(({ id, data }) => ({ id, genere: 'progetto' as const, data, tipo: null })),
    ...relazioni.flatMap(({ id, tipo, inviataIl }) =>
      inviataIl === null ? [] : [{ id, genere: 'relazione' as const, data: inviataIl, tipo }],
    ),
    ...udienze.map(({ id, data }) => ({ id, genere: 'udienza' as const, data, tipo: null })),
  ];
  return tappe.toSorted((a, b) => a.data.localeCompare(b.data));
}
