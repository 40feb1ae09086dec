import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Output } from '../../electron/contract/index.ts';
import { formatQuando, isPassata } from '../assenza/quando.ts';
import { useRientro } from '../assenza/rientro.ts';
import { TastiConferma } from '../assenza/tasti-conferma.tsx';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './oggi.module.css';
import { type RigaCarta, Righe } from './righe.tsx';

const t = testi.oggi;

type Oggi = Output<'oggi.get'>;
type Assenza = Oggi['fuori'][number];

/** Who is out, since when, when they come back; late first and in red; back in one gesture. */
export function Fuori({ dati }: { dati: Oggi }) {
  const rientra = useRientro(dati.oggi);
  const riga = useRigaAssenza(dati.oggi);
  const formatNome = useFormatNome();
  const righe = dati.fuori.map(
    (assenza): RigaCarta => ({
      ...riga(assenza),
      vai: (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={testi.assenze.rientratoChi(formatNome(assenza.cognome, assenza.nome))}
          onClick={() => rientra(assenza)}
        >
          {testi.assenze.rientrato}
        </Button>
      ),
    }),
  );
  return (
    <Pannello titolo={t.fuori} className={css['terza']}>
      <Righe righe={righe} vuoto={t.nessunoFuori} />
      {dati.inUscita.length > 0 && (
        <>
          <p className={css['tenue']}>{t.inUscita}</p>
          <Righe righe={dati.inUscita.map(riga)} vuoto="" />
        </>
      )}
      {dati.previste.length > 0 && (
        <>
          <p className={css['tenue']}>{t.previste}</p>
          <Righe righe={dati.previste.map(riga)} vuoto="" />
        </>
      )}
    </Pannello>
  );
}

function useRigaAssenza(oggi: string): (assenza: Assenza) => RigaCarta {
  const etichetta = useEtichette();
  const formatNome = useFormatNome();
  return (assenza) => {
    const { id, ospiteId, cognome, nome, tipo, uscita, oraUscita, confermata, destinazione, inRitardo } = assenza;
    const attesa = !confermata && uscita <= oggi;
    const tardi = inRitardo || (!confermata && uscita < oggi);
    const cosa = tipo === null ? assenza.etichettaCodice : etichetta('assenza', tipo);
    return {
      chiave: id,
      quando: attesa ? quandoEsce(assenza, oggi) : t.dal(formatQuando(uscita, null, oggi)),
      tardi,
      che: (
        <>
          <Link to="/ospiti/$ospite" params={{ ospite: ospiteId }}>
            {formatNome(cognome, nome)}
          </Link>{' '}
          <AvvertenzeDi ospiti={[ospiteId]} />{' '}
          <span className={css['tenue']}>
            {[cosa, uscita > oggi ? oraUscita : null, destinazione].filter(Boolean).join(', ')}
            {', '}
            <span className={tardi ? css['tardi'] : undefined}>{quandoEsceETorna(assenza, oggi, attesa)}</span>
          </span>
          {attesa && <TastiConferma riga={assenza} oggi={oggi} />}
        </>
      ),
    };
  };
}

/** The hour of today, or the day gone by. */
function quandoEsce({ uscita, oraUscita }: Assenza, oggi: string): string {
  return uscita === oggi && oraUscita !== null ? oraUscita : formatQuando(uscita, null, oggi);
}

/** A question comes last. */
function quandoEsceETorna(assenza: Assenza, oggi: string, attesa: boolean): string {
  const torna = tornaQuando(assenza, oggi);
  if (!attesa) return torna;
  const esce = esceQuando(assenza, oggi);
  return (isPassata(assenza, oggi) ? [torna, esce] : [esce, torna]).join(', ');
}

function esceQuando(assenza: Assenza, oggi: string): string {
  const quando = formatQuando(assenza.uscita, assenza.oraUscita, oggi);
  return isPassata(assenza, oggi) ? t.dovevaUscire(quando) : t.esceQuando(quando);
}

function tornaQuando({ rientroPrevisto, oraPrevista, rientro, inRitardo }: Assenza, oggi: string): string {
  const giorno = rientro ?? rientroPrevisto;
  if (giorno === null) return t.senzaRientro;
  const quando = formatQuando(giorno, rientro === null ? oraPrevista : null, oggi);
  return inRitardo ? t.dovevaTornare(quando) : t.torna(quando);
}
