import { Link } from '@tanstack/react-router';
import { meseDi } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Salto } from '../mese/salto.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { type RigaSimile, useGruppi } from './gruppi.tsx';
import css from './oggi.module.css';
import { Righe } from './righe.tsx';
import { useSenzaStanza } from './senza-stanza.tsx';

const t = testi.oggi;

type Oggi = Output<'oggi.get'>;

/** Days without a code, schede with empty fields, who has no room: each line goes to the field, many alike are one. */
export function DaCompletare({ dati }: { dati: Oggi }) {
  const formatNome = useFormatNome();
  const struttura = dati.struttura.codice;
  const presenze = dati.mancanti.flatMap((m): RigaSimile[] => {
    const [giorno] = m.giorni;
    if (giorno === undefined) return [];
    const nome = formatNome(m.cognome, m.nome);
    return [
      {
        chiave: `presenze ${m.ingressoId}`,
        gruppo: t.presenzeInsieme,
        chi: { id: m.ospiteId, nome },
        quando: t.giorniSenza(m.giorni.length),
        che: t.presenzeDi(nome),
        vai: (
          <Link
            to="/presenze/$struttura/$mese"
            params={{ struttura, mese: meseDi(giorno) }}
            search={{ ingresso: m.ingressoId, giorno }}
            className={css['vai']}
            aria-label={`${t.registraRiga}: ${nome}`}
          >
            {t.registraRiga}
          </Link>
        ),
      },
    ];
  });
  const schede = dati.schede.map((s): RigaSimile => {
    const nome = formatNome(s.cognome, s.nome);
    return {
      chiave: `scheda ${s.ingressoId}`,
      gruppo: t.schedeInsieme,
      chi: { id: s.ospiteId, nome },
      quando: t.scheda,
      che: t.schedaDi(nome, s.manca.join(', ')),
      vai: (
        <Link
          to="/ospiti/$ospite"
          params={{ ospite: s.ospiteId }}
          search={{ sezione: 'scheda', campo: 'scheda' }}
          className={css['vai']}
          aria-label={`${t.apri}: ${nome}`}
        >
          {t.apri}
        </Link>
      ),
    };
  });
  const compiti = useCompiti(dati);
  const senzaStanza = useSenzaStanza(dati);
  const { righe, qualcunoAperto } = useGruppi([...presenze, ...compiti, ...schede, ...senzaStanza.righe]);
  return (
    <Pannello titolo={t.daCompletare} className={css['terza']}>
      <Righe righe={righe} vuoto={t.nienteDaCompletare} tutte={qualcunoAperto} />
      {senzaStanza.form}
    </Pannello>
  );
}

/** Told by the days without a code above, and by the deadlines. */
const GIA_DETTI: ReadonlySet<string> = new Set(['giorni_senza_codice', 'relazione_in_scadenza']);
/** Told by the line of the scheda, of who is here; of who left meanwhile, only here. */
const DELLA_SCHEDA: ReadonlySet<string> = new Set(['scheda_incompleta', 'senza_modulo']);

/** What else the open months would lack at their closing: on the first days of a month, the one before too. */
function useCompiti(dati: Oggi): RigaSimile[] {
  const formatNome = useFormatNome();
  const struttura = dati.struttura.codice;
  const [uno = '', due = ''] = dati.mesi;
  const primi = useEndpoint('qualita.list', { struttura, mese: uno }, { enabled: uno !== '' }).data?.compiti ?? [];
  const poi = useEndpoint('qualita.list', { struttura, mese: due }, { enabled: due !== '' }).data?.compiti ?? [];
  const conScheda = new Set(dati.schede.map((s) => s.ingressoId));
  const righe = new Map<string, RigaSimile>();
  const detti = new Set<string>();
  for (const { mese, compito } of [
    ...primi.map((c) => ({ mese: uno, compito: c })),
    ...poi.map((c) => ({ mese: due, compito: c })),
  ]) {
    const { regola, titolo, ospiteId, ingressoId, cognome, nome, cosa, perche, campo, giorno } = compito;
    if (GIA_DETTI.has(regola) || (DELLA_SCHEDA.has(regola) && conScheda.has(ingressoId ?? ''))) continue;
    // what is not of a day is missing in both months: said once
    const chiave = `${regola} ${ingressoId} ${giorno} ${cosa}`;
    if (righe.has(chiave)) continue;
    const chi = cognome === null ? null : formatNome(cognome, nome ?? '');
    const che = [chi, cosa].filter(Boolean).join(': ');
    // why it matters is said once, not once a person
    const spiega = detti.has(regola) ? null : perche;
    detti.add(regola);
    righe.set(chiave, {
      chiave,
      gruppo: titolo,
      chi: chi !== null && ospiteId !== null ? { id: ospiteId, nome: chi } : null,
      quando: t.compiti,
      che: (
        <>
          {che} {spiega && <span className={css['tenue']}>{spiega}</span>}
        </>
      ),
      vai: (
        <Salto
          dove={{ campo, ospiteId, ingressoId, giorno, struttura, mese }}
          className={css['vai']}
          aria-label={`${t.apri}: ${che}`}
        >
          {t.apri}
        </Salto>
      ),
    });
  }
  return [...righe.values()];
}
