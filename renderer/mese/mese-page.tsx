import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { annoDi, type Mese, meseDi } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Riquadro, Vuoto } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { type Sessione, useSessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { BilancioMese } from './bilancio-mese.tsx';
import { BottoneChiudi, type Chiusura, ConfermaChiusura, ErroreChiusura, useChiusura } from './chiusura.tsx';
import { Controlli } from './controlli.tsx';
import css from './mese.module.css';
import { MeseAnno } from './mese-anno.tsx';
import { type Chiudibile, type Controllo, chiudibile as chiudibileDi, paccoDellaRevisione } from './mese-stato.ts';
import { PaccoMese } from './pacco-mese.tsx';
import { Riapertura } from './riapertura.tsx';
import { PacchiAnno, StoriaMese } from './storia-mese.tsx';
import { Tardivi } from './tardivi.tsx';

const t = testi.mese;

interface Luogo {
  struttura: string;
  mese: Mese;
}

interface Aperto extends Luogo {
  controllo: Controllo;
  sessione: Sessione;
  responsabile: boolean;
}

function LinkFoglio({ luogo, testo, primo = false }: { luogo: Luogo; testo: string; primo?: boolean }) {
  return (
    <LinkBottone
      to="/foglio/$struttura/$mese"
      params={{ ...luogo }}
      variant={primo ? 'filled' : 'default'}
      leftSection={<IconPrinter size={16} aria-hidden />}
    >
      {testo}
    </LinkBottone>
  );
}

/** Why the button is off, or what closing now would leave out. */
function PercheNonSiChiude({
  chiudibile,
  mese,
  sessione,
  responsabile,
}: Omit<Aperto, 'controllo' | 'struttura'> & { chiudibile: Chiudibile }) {
  if (!responsabile) return <Riquadro tono="info">{t.nonResponsabile}</Riquadro>;
  if (chiudibile.tipo === 'impedito' || chiudibile.tipo === 'futuro') {
    return (
      <div id="perche-non-si-chiude">
        <Riquadro tono={chiudibile.tipo === 'impedito' ? 'male' : 'info'}>
          {chiudibile.tipo === 'impedito' ? t.impedito(chiudibile.quanti) : t.futuro(mese)}
        </Riquadro>
      </div>
    );
  }
  return mese === meseDi(sessione.oggi) ? <Riquadro tono="attenzione">{t.inCorso(mese)}</Riquadro> : null;
}

function Frasi({ aperto, chiudibile, chiusura }: { aperto: Aperto; chiudibile: Chiudibile; chiusura: Chiusura }) {
  const { controllo, mese, sessione } = aperto;
  return (
    <>
      {controllo.stato === 'riaperto' && controllo.motivo !== null && (
        <Riquadro tono="info">{t.riapertoPerche(controllo.motivo)}</Riquadro>
      )}
      <PercheNonSiChiude {...aperto} chiudibile={chiudibile} mese={mese} sessione={sessione} />
      <ErroreChiusura chiusura={chiusura} />
    </>
  );
}

/** The page of a month not closed: what is missing, the balance, one button. */
function MeseAperto({ aperto, onChiuso }: { aperto: Aperto; onChiuso: () => void }) {
  const { controllo, struttura, mese, sessione, responsabile } = aperto;
  const luogo = { struttura, mese };
  const chiudibile = chiudibileDi(controllo.voci, mese, sessione.oggi);
  const chiusura = useChiusura({ ...luogo, chiudibile, onChiuso });
  const titolo = controllo.stato === 'riaperto' ? t.titolo.riaperto(mese) : t.titolo.aperto(mese);
  const azioni = (
    <>
      <LinkFoglio luogo={luogo} testo={t.foglio} />
      {responsabile && <BottoneChiudi mese={mese} chiudibile={chiudibile} chiusura={chiusura} />}
    </>
  );
  return (
    <Pagina titolo={titolo} azioni={azioni}>
      <MeseAnno {...luogo} oggi={sessione.oggi} />
      <Frasi aperto={aperto} chiudibile={chiudibile} chiusura={chiusura} />
      {controllo.bilancio.trattati === 0 ? (
        <MeseVuoto luogo={luogo} />
      ) : (
        <div className={css['due']}>
          <Controlli voci={controllo.voci} luogo={luogo} chiuso={false} />
          <div className={css['colonna']}>
            <BilancioMese bilancio={controllo.bilancio} precedente={controllo.precedente} />
            {canTardivi(sessione) && <Tardivi {...luogo} />}
          </div>
        </div>
      )}
      <Sotto aperto={aperto} />
      <ConfermaChiusura {...luogo} chiudibile={chiudibile} chiusura={chiusura} />
    </Pagina>
  );
}

function MeseVuoto({ luogo }: { luogo: Luogo }) {
  return (
    <Vuoto
      titolo={t.vuoto(luogo.mese)}
      azioni={
        <>
          <LinkBottone to="/presenze/$struttura/$mese" params={{ ...luogo }} variant="filled">
            {t.presenze}
          </LinkBottone>
          <LinkBottone to="/importa">{t.importa}</LinkBottone>
        </>
      }
    >
      {t.vuotoCosa}
    </Vuoto>
  );
}

/** The page of a closed month: the foglio to sign, the parcel, what happened so far. */
function MeseChiuso({ aperto, appenaChiuso }: { aperto: Aperto; appenaChiuso: boolean }) {
  const { controllo, struttura, mese, sessione, responsabile } = aperto;
  const luogo = { struttura, mese };
  const pacchi = useEndpoint('pacchi.list', { struttura, anno: annoDi(mese) }).data ?? [];
  const detto = useRef<HTMLDivElement>(null);
  // the button just pressed is gone: the keyboard goes on from what it did
  useEffect(() => {
    if (appenaChiuso) detto.current?.focus();
  }, [appenaChiuso]);
  const azioni = (
    <>
      {responsabile && <Riapertura {...luogo} />}
      <LinkFoglio luogo={luogo} testo={t.foglioFirma} />
    </>
  );
  const quando = controllo.closedAtMs === null ? '' : formatIstante(controllo.closedAtMs, sessione.oggi);
  return (
    <Pagina
      titolo={t.titolo.chiuso(mese)}
      accanto={<span className={css['tenue']}>{t.revisione(controllo.revisione)}</span>}
      azioni={azioni}
    >
      <MeseAnno {...luogo} oggi={sessione.oggi} />
      <div ref={detto} tabIndex={-1} className={css['detto']}>
        <Riquadro tono="bene">
          {t.chiuso(mese, quando)} {controllo.mancanti > 0 && t.chiusoConMancanti(controllo.mancanti)}
        </Riquadro>
      </div>
      <div className={css['due']}>
        <div className={css['colonna']}>
          {responsabile && (
            <PaccoMese
              {...luogo}
              revisione={controllo.revisione}
              pacco={paccoDellaRevisione(pacchi, mese, controllo.revisione)}
              oggi={sessione.oggi}
            />
          )}
          <StoriaMese storia={controllo.storia} oggi={sessione.oggi} />
          <PacchiAnno pacchi={pacchi} mese={mese} oggi={sessione.oggi} copie={responsabile} />
        </div>
        <div className={css['colonna']}>
          <BilancioMese bilancio={controllo.bilancio} precedente={controllo.precedente} />
          <Controlli voci={controllo.voci} luogo={luogo} chiuso />
          {canTardivi(sessione) && <Tardivi {...luogo} />}
        </div>
      </div>
    </Pagina>
  );
}

function canTardivi({ utente }: Sessione): boolean {
  return utente != null && canCall(utente.ruolo, 'qualita.listTardivi');
}

/** Under the checklist: the history of the month and the parcels of the year, once there are some. */
function Sotto({ aperto }: { aperto: Aperto }) {
  const { controllo, struttura, mese, sessione, responsabile } = aperto;
  const pacchi = useEndpoint('pacchi.list', { struttura, anno: annoDi(mese) }).data ?? [];
  return (
    <>
      {controllo.storia.length > 0 && <StoriaMese storia={controllo.storia} oggi={sessione.oggi} />}
      {pacchi.length > 0 && <PacchiAnno pacchi={pacchi} mese={mese} oggi={sessione.oggi} copie={responsabile} />}
    </>
  );
}

function MeseDi({ struttura, mese }: Luogo) {
  const sessione = useSessione();
  const { data, error, refetch } = useEndpoint('mesi.check', { struttura, mese });
  const [appenaChiuso, setAppenaChiuso] = useState(false);
  if (error && !data) {
    return (
      <Pagina titolo={formatMese(mese)}>
        <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
      </Pagina>
    );
  }
  if (!data || !sessione?.utente) {
    return (
      <Pagina titolo={formatMese(mese)}>
        <Attesa righe={12} testo={t.lettura} />
      </Pagina>
    );
  }
  const responsabile = canCall(sessione.utente.ruolo, 'mesi.close');
  const aperto: Aperto = { struttura, mese, controllo: data, sessione, responsabile };
  if (data.stato === 'chiuso') return <MeseChiuso aperto={aperto} appenaChiuso={appenaChiuso} />;
  return <MeseAperto aperto={aperto} onChiuso={() => setAppenaChiuso(true)} />;
}

/** `#/mese/:struttura/:mese`: the closing of the month, its parcel, its history. */
export function MesePage() {
  const { struttura, mese } = useParams({ strict: false });
  if (struttura === undefined || mese === undefined) return null;
  return <MeseDi key={`${struttura} ${mese}`} struttura={struttura} mese={mese} />;
}
