import { IconChevronLeft, IconChevronRight, IconFolderOpen, IconPackageImport } from '@tabler/icons-react';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { addMesi, annoDi, meseDi } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { CatturaFile } from '../file/cattura-file.tsx';
import { ScegliFile } from '../file/scegli-file.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { ErroreInPagina, Riquadro, Vuoto } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { type Sessione, useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './consegne.module.css';
import { type AnnoConsegne, arrivati, meseInAttesa } from './consegne-stato.ts';
import { GiornateAnno } from './giornate-anno.tsx';
import { type Importazione, useImportazione } from './importazione.ts';
import { PannelloPacchi } from './pannello-pacchi.tsx';
import { EsitoPacchi, PianoPacchi } from './piano-pacchi.tsx';
import { type Scelta, TabellaConsegne } from './tabella-consegne.tsx';

const t = testi.consegne;

const TASTI = [
  { tasti: '← → ↑ ↓', testo: t.tasti.frecce },
  { tasti: 'Invio', testo: t.tasti.invio },
];

function Anni({ anno }: { anno: number }) {
  const verso = (altro: number, testo: string, Icona: typeof IconChevronLeft) => (
    <Link to="/consegne/$anno" params={{ anno: String(altro) }} className={css['freccia'] ?? ''} aria-label={testo}>
      <Icona size={16} aria-hidden />
    </Link>
  );
  return (
    <span className={css['anni']}>
      {verso(anno - 1, t.annoPrima(anno), IconChevronLeft)}
      {verso(anno + 1, t.annoDopo(anno), IconChevronRight)}
    </span>
  );
}

/** `15 strutture · settembre: 10 di 15 arrivati` */
function Sommario({ dati }: { dati: AnnoConsegne }) {
  const mese = meseInAttesa(dati);
  const quante = dati.righe.length;
  return (
    <span className={css['tenue']}>
      {t.strutture(quante)}
      {mese !== null && quante > 0 && ` · ${t.arrivati(mese, arrivati(dati, mese), quante)}`}
    </span>
  );
}

function Scelte({ importazione }: { importazione: Importazione }) {
  const { libero, controlla } = importazione;
  return (
    <>
      <ScegliFile
        cartella
        disabled={!libero}
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onFile={(dati) => void controlla(dati)}
      >
        {t.importaCartella}
      </ScegliFile>
      <ScegliFile
        variant="filled"
        accetta=".approdo"
        disabled={!libero}
        leftSection={<IconPackageImport size={16} aria-hidden />}
        onFile={(dati) => void controlla(dati)}
      >
        {t.importa}
      </ScegliFile>
    </>
  );
}

function ConsegneVuote({ importazione }: { importazione: Importazione }) {
  return (
    <Vuoto
      titolo={t.vuoto}
      azioni={
        <>
          <Scelte importazione={importazione} />
          <LinkBottone to="/impostazioni">{t.vuotoChiavi}</LinkBottone>
        </>
      }
    >
      {t.vuotoCosa}
    </Vuoto>
  );
}

function Legenda() {
  const voci = [
    ['ricevuto', t.stato.ricevuto],
    ['sostituito', t.stato.sostituito],
    ['con_avvisi', testi.importa.avvisi.toLowerCase()],
    ['mancante', t.stato.mancante],
    ['futuro', t.stato.futuro],
  ] as const;
  return (
    <p className={css['legenda']}>
      <span className="visually-hidden">{t.legenda}: </span>
      {voci.map(([segno, parola]) => (
        <span key={segno} data-segno={segno}>
          <i aria-hidden /> {parola}
        </span>
      ))}
    </p>
  );
}

function Tabellone({ dati, oggi }: { dati: AnnoConsegne; oggi: string }) {
  const [scelta, setScelta] = useState<Scelta | null>(null);
  return (
    <div className={css['due']}>
      <div>
        <TabellaConsegne anno={dati} scelta={scelta} onScegli={setScelta} />
        <Legenda />
      </div>
      <div className={css['lato']}>
        <PannelloPacchi anno={dati} scelta={scelta} oggi={oggi} />
        <GiornateAnno anno={dati.anno} />
      </div>
    </div>
  );
}

/** The board, or the plan of the parcels just given in its place. */
function Corpo({
  dati,
  sessione,
  importazione,
}: {
  dati: AnnoConsegne | undefined;
  sessione: Sessione;
  importazione: Importazione;
}) {
  const { stato, lavoro, chiudi } = importazione;
  const nome = (codice: string) => dati?.righe.find((r) => r.struttura === codice)?.nome ?? codice;
  if (stato.passo === 'controllo') {
    return (
      <>
        <Attesa righe={4} testo={t.controllo} />
        <Avanzamento lavoro={lavoro} />
      </>
    );
  }
  if (stato.passo === 'piano' || stato.passo === 'applicazione') {
    const errore = stato.passo === 'piano' ? stato.errore : undefined;
    return <PianoPacchi piano={stato.piano} errore={errore} importazione={importazione} nome={nome} />;
  }
  return (
    <>
      {stato.passo === 'tabella' && stato.detto && <Riquadro tono={stato.detto.tono}>{stato.detto.testo}</Riquadro>}
      {stato.passo === 'esito' && <EsitoPacchi esiti={stato.esiti} nome={nome} onChiudi={chiudi} />}
      {dati && dati.righe.length > 0 && <Tabellone dati={dati} oggi={sessione.oggi} />}
      {dati && dati.righe.length === 0 && stato.passo !== 'esito' && <ConsegneVuote importazione={importazione} />}
      {!dati && <Attesa righe={12} testo={t.lettura} />}
    </>
  );
}

function ConsegneDi({ anno, sessione }: { anno: number; sessione: Sessione }) {
  const { data, error, refetch } = useEndpoint('consegne.getAnno', { anno }, { placeholderData: (prima) => prima });
  const navigate = useNavigate();
  const mostraAnno = useCallback(
    (anni: readonly number[]) => {
      const ultimo = anni.at(-1);
      if (ultimo !== undefined && !anni.includes(anno))
        void navigate({ to: '/consegne/$anno', params: { anno: String(ultimo) } });
    },
    [anno, navigate],
  );
  const importazione = useImportazione(mostraAnno);
  const puo = sessione.utente !== null && canCall(sessione.utente.ruolo, 'pacchi.import');
  const { passo } = importazione.stato;
  const conPiano = passo === 'piano' || passo === 'applicazione';
  const azioni = puo && !conPiano && data && data.righe.length > 0 && <Scelte importazione={importazione} />;
  return (
    <Pagina
      titolo={t.titolo(anno)}
      accanto={
        <>
          <Anni anno={anno} />
          {data && <Sommario dati={data} />}
        </>
      }
      azioni={azioni}
      tasti={TASTI}
    >
      {puo && <CatturaFile attivo={importazione.libero} onFile={(dati) => void importazione.controlla(dati)} />}
      {error && !data ? (
        <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
      ) : (
        <Corpo dati={data} sessione={sessione} importazione={importazione} />
      )}
    </Pagina>
  );
}

/** `#/consegne/:anno`: what has arrived, month by month; parcels dropped anywhere open their plan. */
export function ConsegnePage() {
  const { anno } = useParams({ strict: false });
  const sessione = useSessione();
  if (!sessione) return null;
  if (anno === undefined || !/^(?:19|20|21)\d\d$/.test(anno)) {
    // the year of the last month due: in January the deliveries that matter are December's
    const dovuto = annoDi(addMesi(meseDi(sessione.oggi), -1));
    return <Navigate to="/consegne/$anno" params={{ anno: String(dovuto) }} replace />;
  }
  return <ConsegneDi anno={Number(anno)} sessione={sessione} />;
}
