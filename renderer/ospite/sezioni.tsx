import type { ComponentType } from 'react';
import { useState } from 'react';
import type { NomeEndpoint, Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { AttivitaOspite, IncontriOspite, Salute } from '../agenda/sezioni-ospite.tsx';
import { Documenti } from '../allegato/documenti.tsx';
import { AssenzeOspite } from '../assenza/assenze-ospite.tsx';
import { Avvertenze } from '../avvertenza/avvertenze.tsx';
import { SezioneDiario } from '../diario/sezione-diario.tsx';
import { SezioneGiuridica } from '../giuridica/sezione-giuridica.tsx';
import { SezioneProgetto } from '../progetto/sezione-progetto.tsx';
import { SezioneRelazioni } from '../relazione/sezione-relazioni.tsx';
import { useEtichette } from '../report/etichette.ts';
import { SchedaSezione } from '../scheda/scheda-sezione.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { CodiceIdentita } from './anonimato.tsx';
import type { Cartella } from './cartella.ts';
import { Contatti } from './contatti.tsx';
import css from './ospite.module.css';
import { Permanenze } from './permanenze.tsx';
import { Note, Oscuramenti } from './riservate.tsx';
import { ProssimeScadenze } from './scadenze-ospite.tsx';
import { Identita, Scheda } from './schede.tsx';

const t = testi.ospite.parti;

export interface PropsSezione {
  cartella: Cartella;
  ruolo: Ruolo;
  oggi: string;
}

/** One tab of the guest's page. Its body lives in the folder of its noun. */
export interface SezioneOspite {
  /** in the address: `/ospiti/:id?sezione=salute` */
  readonly id: string;
  readonly titolo: string;
  /** who may call it sees the tab */
  readonly serve: NomeEndpoint;
  /** its rows, among the counts of the sections */
  readonly conta?: keyof Output<'ospiti.countSezioni'>;
  readonly Corpo: ComponentType<PropsSezione>;
}

function Percorso({ cartella, ruolo, oggi }: PropsSezione) {
  const etichetta = useEtichette();
  const [scelta, setScelta] = useState<string>();
  const permanenza = cartella.permanenze.find((p) => p.ingressoId === scelta) ?? cartella.permanenze[0];
  return (
    <div className={css['due']}>
      <div className={css['colonna']}>
        <Permanenze
          permanenze={cartella.permanenze}
          scelta={permanenza?.ingressoId}
          etichetta={etichetta}
          onScegli={setScelta}
        />
        {permanenza && <Scheda permanenza={permanenza} etichetta={etichetta} />}
        <AssenzeOspite ospiteId={cartella.id} ruolo={ruolo} oggi={oggi} />
      </div>
      <div className={css['colonna']}>
        <Identita cartella={cartella} ruolo={ruolo} oggi={oggi} />
        <Avvertenze cartella={cartella} ruolo={ruolo} oggi={oggi} />
        <ProssimeScadenze cartella={cartella} ruolo={ruolo} oggi={oggi} />
        <CodiceIdentita ospiteId={cartella.id} />
        <Contatti cartella={cartella} ruolo={ruolo} />
      </div>
    </div>
  );
}

function Riservate({ cartella, ruolo, oggi }: PropsSezione) {
  return (
    <div className={css['colonna']}>
      {canCall(ruolo, 'note.register') && <Note cartella={cartella} ruolo={ruolo} oggi={oggi} />}
      <Oscuramenti cartella={cartella} ruolo={ruolo} />
    </div>
  );
}

/** The tabs of the guest's page, in order; the first one opens. */
export const SEZIONI_OSPITE: readonly SezioneOspite[] = [
  { id: 'percorso', titolo: t.percorso, serve: 'ospiti.get', Corpo: Percorso },
  { id: 'scheda', titolo: testi.scheda.titolo, serve: 'ingressi.getScheda', Corpo: SchedaSezione },
  { id: 'salute', titolo: t.salute, serve: 'visite.listOspite', conta: 'salute', Corpo: Salute },
  { id: 'incontri', titolo: t.incontri, serve: 'incontri.listOspite', conta: 'incontri', Corpo: IncontriOspite },
  { id: 'attivita', titolo: t.attivita, serve: 'attivita.listOspite', conta: 'attivita', Corpo: AttivitaOspite },
  { id: 'diario', titolo: testi.shell.pagine.diario, serve: 'diario.list', conta: 'diario', Corpo: SezioneDiario },
  { id: 'progetto', titolo: t.progetto, serve: 'progetti.list', conta: 'progetto', Corpo: SezioneProgetto },
  { id: 'relazioni', titolo: t.relazioni, serve: 'relazioni.list', conta: 'relazioni', Corpo: SezioneRelazioni },
  { id: 'giuridica', titolo: t.giuridica, serve: 'giuridica.get', conta: 'giuridica', Corpo: SezioneGiuridica },
  { id: 'documenti', titolo: t.documenti, serve: 'allegati.list', conta: 'documenti', Corpo: Documenti },
  { id: 'riservate', titolo: t.riservate, serve: 'oscuramenti.register', Corpo: Riservate },
];
