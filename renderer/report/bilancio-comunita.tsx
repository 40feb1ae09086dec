import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Bilancio, Comunita as DatiComunita, FigureMese } from '../../domain/bilancio.ts';
import { type Mese, type Periodo, primoGiorno, ultimoGiorno } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { testi } from '../testi/index.ts';
import {
  apreFigura,
  COLONNE_BILANCIO,
  COLONNE_GRUPPI,
  colonneEsiti,
  righeAltri,
  righeComunita,
  righeMinori,
} from './bilancio-dati.ts';
import type { Colonna } from './cifre.ts';
import type { Etichette } from './etichette.ts';
import { type Conta, cella } from './piccoli.ts';
import css from './report.module.css';
import { BottoneCsv, type RigaCifre, TabellaCifre } from './tabella-cifre.tsx';

const t = testi.report.bilancio;

interface Props {
  bilancio: Bilancio;
  nomi: Etichette;
  nomeFile: string;
}

/** The strutture: their adults, and apart their minors. */
export function Comunita({ bilancio, nomeFile }: Omit<Props, 'nomi'>) {
  const righe = righeComunita(bilancio.comunita);
  const minori = righeMinori(bilancio.comunita);
  const intestazione = testi.report.perColonna.struttura;
  return (
    <>
      <Pannello
        titolo={t.comunita}
        azioni={
          <BottoneCsv
            nome={`${nomeFile}-comunita`}
            intestazione={intestazione}
            colonne={COLONNE_BILANCIO}
            righe={righe}
          />
        }
      >
        <p className={css['cosa']}>{t.comunitaCosa}</p>
        <TabellaCifre etichetta={t.comunita} intestazione={intestazione} colonne={COLONNE_BILANCIO} righe={righe} />
      </Pannello>
      {minori.length > 0 && (
        <Pannello
          titolo={t.minori}
          azioni={
            <BottoneCsv
              nome={`${nomeFile}-minori`}
              intestazione={intestazione}
              colonne={COLONNE_BILANCIO}
              righe={minori}
            />
          }
        >
          <p className={css['cosa']}>{t.minoriCosa}</p>
          <TabellaCifre etichetta={t.minori} intestazione={intestazione} colonne={COLONNE_BILANCIO} righe={minori} />
        </Pannello>
      )}
    </>
  );
}

/** The outcomes struttura by struttura, in one of the two readings. */
export function EsitiComunita({ bilancio, nomi, nomeFile }: Props) {
  const [lettura, setLettura] = useState<'programmi' | 'persone'>('programmi');
  const colonne = colonneEsiti(lettura, (esito) => nomi('esito', esito));
  const righe = righeComunita(bilancio.comunita);
  const intestazione = testi.report.perColonna.struttura;
  return (
    <Pannello
      titolo={t.esiti}
      accanto={
        <SegmentedControl
          size="xs"
          aria-label={t.esiti}
          value={lettura}
          onChange={(scelta) => setLettura(scelta as 'programmi' | 'persone')}
          transitionDuration={0}
          data={[
            { value: 'programmi', label: t.esitiProgrammi },
            { value: 'persone', label: t.esitiPersone },
          ]}
        />
      }
      azioni={
        <BottoneCsv nome={`${nomeFile}-esiti-${lettura}`} intestazione={intestazione} colonne={colonne} righe={righe} />
      }
    >
      <p className={css['cosa']}>{lettura === 'programmi' ? t.esitiCosa : t.esitiPersoneCosa}</p>
      <TabellaCifre etichetta={t.esiti} intestazione={intestazione} colonne={colonne} righe={righe} />
    </Pannello>
  );
}

/** The groups that are not in the cooperativa: beside it, never inside (rule 13). */
export function AltriGruppi({ bilancio, nomeFile }: Omit<Props, 'nomi'>) {
  const righe = righeAltri(bilancio);
  if (righe.length === 0) return null;
  return (
    <Pannello
      titolo={t.altri}
      azioni={
        <BottoneCsv nome={`${nomeFile}-altri-gruppi`} intestazione={t.gruppo} colonne={COLONNE_GRUPPI} righe={righe} />
      }
    >
      <p className={css['cosa']}>{t.altriCosa}</p>
      <TabellaCifre etichetta={t.altri} intestazione={t.gruppo} colonne={COLONNE_GRUPPI} righe={righe} />
    </Pannello>
  );
}

interface RigaMese {
  mese: Mese;
  codice: string;
  figure: FigureMese;
  periodo: Periodo;
}

const CAMPI_MESE = [
  'presentiInizio',
  'ingressi',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
] as const;

/** The part of a month that is in the period. */
function tratto(mese: Mese, { dal, al }: Periodo): Periodo {
  const primo = primoGiorno(mese);
  const ultimo = ultimoGiorno(mese);
  return { dal: primo < dal ? dal : primo, al: ultimo > al ? al : ultimo };
}

const COLONNE_MESE: readonly Colonna<RigaMese>[] = CAMPI_MESE.map((campo) => ({
  id: campo,
  titolo: testi.report.colonne[campo],
  breve: testi.report.breve[campo],
  formato: 'intero',
  valore: ({ figure }) => figure[campo],
  apre: ({ codice, periodo }) => apreFigura(campo, { per: 'struttura', chiave: codice, eta: 'adulti' }, periodo),
}));

function righeMesi(c: DatiComunita, periodo: Periodo): RigaCifre<RigaMese>[] {
  return Object.entries(c.mesi).map(([mese, figure]) => ({
    chiave: `${c.codice} ${mese}`,
    nome: formatMese(mese),
    riga: { mese, codice: c.codice, figure, periodo: tratto(mese, periodo) },
  }));
}

/** One struttura, month by month. */
export function MesiComunita({ bilancio, nomeFile }: Omit<Props, 'nomi'>) {
  const [scelta, setScelta] = useState<string | null>(null);
  const comunita = bilancio.comunita.find((c) => c.codice === scelta) ?? bilancio.comunita[0];
  if (!comunita) return null;
  const righe = righeMesi(comunita, bilancio);
  // the end of a month is the beginning of the next (rule 6): either says the other
  const legami = righe.slice(1).map(({ chiave }, index) => ({
    totale: cella(righe[index]?.chiave ?? '', 'presentiFine'),
    parti: [cella(chiave, 'presentiInizio')],
  }));
  return (
    <Pannello
      titolo={t.mesi}
      accanto={
        <Select
          size="xs"
          aria-label={t.mesiDi}
          value={comunita.codice}
          onChange={setScelta}
          allowDeselect={false}
          data={bilancio.comunita.map((c) => ({ value: c.codice, label: c.nome }))}
        />
      }
      azioni={
        <BottoneCsv
          nome={`${nomeFile}-mesi-${comunita.codice}`}
          intestazione={t.mese}
          colonne={COLONNE_MESE}
          righe={righe}
          legami={legami}
        />
      }
    >
      <TabellaCifre
        etichetta={`${t.mesi}, ${comunita.nome}`}
        intestazione={t.mese}
        colonne={COLONNE_MESE}
        righe={righe}
        legami={legami}
      />
    </Pannello>
  );
}

type Conteggio = 'incontri' | 'visite' | 'attivita';
const LISTA = { incontri: 'servizio', visite: 'visita', attivita: 'area_attivita' } as const;

/** Meetings, visits or activities: one row per kind, one column per struttura. */
function Conteggi({ cosa, titolo, bilancio, nomi, nomeFile }: Props & { cosa: Conteggio; titolo: string }) {
  const voci = [...new Set(bilancio.comunita.flatMap((c) => Object.keys(c[cosa])))].sort();
  // a visit or a meeting is of persons, and few of them may be recognised; an activity is of the struttura
  const conta = () => (cosa === 'attivita' ? 'altro' : 'persone') as Conta;
  const colonne: Colonna<string>[] = bilancio.comunita.map((c) => ({
    conta,
    id: c.codice,
    titolo: c.nome,
    breve: c.nome,
    formato: 'intero',
    valore: (voce) => c[cosa][voce] ?? 0,
  }));
  const somma = (voce: string) => bilancio.comunita.reduce((n, c) => n + (c[cosa][voce] ?? 0), 0);
  const conTotale: Colonna<string>[] = [
    ...colonne,
    {
      conta,
      id: 'totale',
      titolo: testi.report.totale,
      breve: testi.report.totale.toLowerCase(),
      formato: 'intero',
      valore: somma,
    },
  ];
  const righe = voci.map((voce) => ({ chiave: voce, nome: nomi(LISTA[cosa], voce), riga: voce }));
  if (voci.length === 0) {
    return (
      <Pannello titolo={titolo}>
        <p className={css['cosa']}>{t.nessuno}</p>
      </Pannello>
    );
  }
  return (
    <Pannello
      titolo={titolo}
      azioni={<BottoneCsv nome={`${nomeFile}-${cosa}`} intestazione={titolo} colonne={conTotale} righe={righe} />}
    >
      <TabellaCifre etichetta={titolo} intestazione={titolo} colonne={conTotale} righe={righe} />
    </Pannello>
  );
}

/** What was done for the guests, struttura by struttura. */
export function Attivita(props: Props) {
  return (
    <div className={css['tre']}>
      <Conteggi {...props} cosa="incontri" titolo={t.incontri} />
      <Conteggi {...props} cosa="visite" titolo={t.visite} />
      <Conteggi {...props} cosa="attivita" titolo={t.attivitaAree} />
    </div>
  );
}
