import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { isMese } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import type { FileDato } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './consegne.module.css';
import type { Importazione, Piano } from './importazione.ts';
import {
  chiavePacco,
  daRegistrare,
  type EsitoPacco,
  type Gruppi,
  gruppiDi,
  type PianoPacco,
  revisioneSeguente,
} from './piano.ts';

const t = testi.consegne;

/** The name of the struttura by its codice, where it is known. */
export type NomeStruttura = (codice: string) => string;

function titoloDi(pacco: PianoPacco | EsitoPacco, nome: NomeStruttura): string {
  if (pacco.struttura === null || !isMese(pacco.mese)) return pacco.file;
  return `${nome(pacco.struttura)}, ${t.pacco(pacco.mese, pacco.revisione ?? 1).toLowerCase()}`;
}

/** Dots and words: never the colour alone. */
export function SegnoPacco({ stato, parola }: { stato: PianoPacco['stato']; parola: string }) {
  return (
    <span className={css['segnoPacco']} data-stato={stato}>
      <i aria-hidden />
      {parola}
    </span>
  );
}

/** The file's name, where the title is not already it. */
function NomeFile({ pacco, titolo }: { pacco: PianoPacco | EsitoPacco; titolo: string }) {
  return titolo === pacco.file ? null : <span className={css['file']}>{pacco.file}</span>;
}

function VocePiano({ pacco, nome, superato }: { pacco: PianoPacco; nome: NomeStruttura; superato: number | null }) {
  const scrivi = useTestoDiscreto();
  const titolo = titoloDi(pacco, nome);
  // a parcel that changes nothing says why in a word
  const fermo = pacco.stato === 'invariato';
  const firma =
    pacco.firmatario === null
      ? null
      : pacco.numero === null
        ? t.firmato(pacco.firmatario)
        : t.firmatoNumero(pacco.firmatario, pacco.numero);
  return (
    <li className={css['vocePacco']}>
      <div className={css['capo']}>
        <b>{titolo}</b>
        <SegnoPacco
          stato={pacco.stato}
          parola={fermo ? (pacco.motivo ?? t.statoPiano.invariato) : t.statoPiano[pacco.stato]}
        />
        {firma && <span className={css['tenue']}>{firma}</span>}
        <NomeFile pacco={pacco} titolo={titolo} />
      </div>
      {pacco.motivo !== undefined && !fermo && <p className={css['motivo']}>{scrivi(pacco.motivo)}</p>}
      {superato !== null && !fermo && <p className={css['motivo']}>{t.superatoQui(superato)}</p>}
      {pacco.sommario.length > 0 && (
        <ul className={css['sommario']}>
          {pacco.sommario.map((frase) => (
            <li key={frase}>{scrivi(frase)}</li>
          ))}
        </ul>
      )}
      {pacco.avvisi.length > 0 && (
        <div className={css['avvisi']}>
          <b>{t.avvisi(pacco.avvisi.length)}</b>
          <ul>
            {pacco.avvisi.map((frase) => (
              <li key={frase}>{scrivi(frase)}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function pianoDi(rifiuto: EsitoPacco): PianoPacco {
  return { ...rifiuto, firmatario: null, numero: null, sommario: [], avvisi: [] };
}

function GruppoPiano({ titolo, pacchi, nome }: { titolo: string; pacchi: readonly PianoPacco[]; nome: NomeStruttura }) {
  if (pacchi.length === 0) return null;
  return (
    <Pannello titolo={titolo} accanto={String(pacchi.length)}>
      <ul className={css['vociPacco']}>
        {pacchi.map((pacco) => (
          <VocePiano key={pacco.file} pacco={pacco} nome={nome} superato={revisioneSeguente(pacco, pacchi)} />
        ))}
      </ul>
    </Pannello>
  );
}

/** The parcels already recorded, by what identifies them. */
function useRicevuti(): ReadonlySet<string> {
  const pacchi = useEndpoint('pacchi.list', {}).data;
  return useMemo(() => new Set(pacchi?.map(chiavePacco)), [pacchi]);
}

interface PropsBottoni {
  nuovi: number;
  registrabili: number;
  importazione: Importazione;
}

function BottoniPiano({ nuovi, registrabili, importazione }: PropsBottoni) {
  const { stato, applica, chiudi, controlla } = importazione;
  const occupato = stato.passo === 'applicazione';
  return (
    <div className={css['bottoni']}>
      <ScegliFile
        accetta=".approdo"
        disabled={occupato}
        leftSection={<IconPlus size={16} aria-hidden />}
        onFile={(dati: FileDato[]) => void controlla(dati)}
      >
        {t.altri}
      </ScegliFile>
      <Button variant="default" onClick={chiudi} disabled={occupato}>
        {t.lascia}
      </Button>
      {nuovi + registrabili > 0 && (
        <Button onClick={() => void applica()} loading={occupato}>
          {nuovi > 0 ? t.applica(nuovi) : t.registraSoltanto(registrabili)}
        </Button>
      )}
    </div>
  );
}

interface PropsPiano {
  piano: Piano;
  /** why what was added last is not in the plan */
  errore: unknown;
  importazione: Importazione;
  nome: NomeStruttura;
}

/** What every parcel would do, before anything is applied. */
export function PianoPacchi({ piano, errore, importazione, nome }: PropsPiano) {
  const { nuovi, fermi, rifiutati } = gruppiDi([...piano.pacchi, ...piano.persi.map(pianoDi)]);
  const registrabili = daRegistrare(fermi, useRicevuti()).length;
  const titolo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titolo.current?.focus(), []);
  return (
    <section className={css['piano']} aria-labelledby="titolo-piano">
      <div className={css['testataPiano']}>
        <div>
          <h2 id="titolo-piano" ref={titolo} tabIndex={-1}>
            {t.piano}
          </h2>
          <p className={css['tenue']}>
            {t.pianoCosa}{' '}
            {piano.lasciati > 0 && testi.file.lasciati(piano.lasciati, piano.lasciati === 1 ? t.tipo : t.tipi)}
          </p>
        </div>
        <BottoniPiano nuovi={nuovi.length} registrabili={registrabili} importazione={importazione} />
      </div>
      <Avanzamento lavoro={importazione.lavoro} />
      {errore !== undefined && <ErroreInPagina errore={errore} />}
      {nuovi.length + registrabili === 0 && (
        <Riquadro tono={fermi.length > 0 ? 'info' : 'male'}>
          {fermi.length > 0 ? t.tuttiQui : t.nienteDaApplicare}
        </Riquadro>
      )}
      <GruppoPiano titolo={t.gruppo.rifiutati} pacchi={rifiutati} nome={nome} />
      <GruppoPiano titolo={t.gruppo.nuovi} pacchi={nuovi} nome={nome} />
      <GruppoPiano titolo={t.gruppo.fermi} pacchi={fermi} nome={nome} />
    </section>
  );
}

function VoceEsito({ pacco, nome }: { pacco: EsitoPacco; nome: NomeStruttura }) {
  const scrivi = useTestoDiscreto();
  const titolo = titoloDi(pacco, nome);
  const { inserite, aggiornate, eliminate } = pacco.righe;
  const cambiato = inserite + aggiornate + eliminate > 0;
  return (
    <li className={css['vocePacco']}>
      <div className={css['capo']}>
        <b>{titolo}</b>
        <SegnoPacco stato={pacco.stato} parola={t.statoEsito[pacco.stato]} />
        {cambiato && <span className={css['tenue']}>{t.righe(inserite, aggiornate, eliminate)}</span>}
        <NomeFile pacco={pacco} titolo={titolo} />
      </div>
      {pacco.motivo !== undefined && <p className={css['motivo']}>{scrivi(pacco.motivo)}</p>}
    </li>
  );
}

function riassunto({ nuovi, fermi, rifiutati }: Gruppi<EsitoPacco>): string {
  return [
    nuovi.length > 0 ? t.esitoFatto(nuovi.length) : t.esitoNessuno,
    fermi.length > 0 ? t.esitoFermi(fermi.length) : '',
    rifiutati.length > 0 ? t.esitoRifiutati(rifiutati.length) : '',
  ]
    .filter((frase) => frase !== '')
    .join(' ');
}

/** What happened to every parcel, refused ones first and kept in sight. */
export function EsitoPacchi({
  esiti,
  nome,
  onChiudi,
}: {
  esiti: readonly EsitoPacco[];
  nome: NomeStruttura;
  onChiudi: () => void;
}) {
  const gruppi = gruppiDi(esiti);
  const detto = useRef<HTMLDivElement>(null);
  useEffect(() => detto.current?.focus(), []);
  const tono = gruppi.rifiutati.length > 0 ? 'attenzione' : gruppi.nuovi.length > 0 ? 'bene' : 'info';
  return (
    <Pannello
      titolo={t.esito}
      azioni={
        <Button variant="default" onClick={onChiudi}>
          {testi.comune.chiudi}
        </Button>
      }
    >
      <div ref={detto} tabIndex={-1} className={css['detto']}>
        <Riquadro tono={tono}>{riassunto(gruppi)}</Riquadro>
      </div>
      <Scorrevole className={css['scorreVoci']}>
        <ul className={css['vociPacco']}>
          {[...gruppi.rifiutati, ...gruppi.nuovi, ...gruppi.fermi].map((pacco) => (
            <VoceEsito key={pacco.file} pacco={pacco} nome={nome} />
          ))}
        </ul>
      </Scorrevole>
    </Pannello>
  );
}
