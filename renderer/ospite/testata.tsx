import { isVigente } from '../../domain/avvertenza.ts';
import { isRappresentante } from '../../domain/contatto.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { isPresunta } from '../../domain/nascita.ts';
import { Foto } from '../allegato/foto.tsx';
import { SegnoAvvertenza } from '../avvertenza/segno.tsx';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { type Cartella, situazione } from './cartella.ts';
import css from './ospite.module.css';
import { SegniScadenze } from './scadenze-ospite.tsx';

const t = testi.ospite;
const MAGGIORE_ETA = 18;

type Misura = Cartella['misure'][number];

function describeMisura({ misura, al }: Misura, etichetta: Etichette): string {
  const nome = etichetta('misura', misura);
  return al === null ? nome : t.misuraFino(nome, formatGiornoBreve(al));
}

/** The alerts and the measures in force today, what is still to confirm, what is due soon: marks with their words. */
function Segni({ cartella, oggi }: { cartella: Cartella; oggi: string }) {
  const ruolo = useSessione()?.utente?.ruolo;
  const etichetta = useEtichette();
  const avvertenze = cartella.avvertenze.filter((una) => isVigente(una, oggi));
  const misure = cartella.misure.filter((una) => isVigente(una, oggi));
  return (
    <ul className={css['segni']} aria-label={t.segni}>
      {avvertenze.map((una) => (
        <li key={una.id}>
          <SegnoAvvertenza tipo={una.tipo} testo={una.testo} />
        </li>
      ))}
      {cartella.identitaDaConfermare && (
        <li>
          <span className={css['segno']} data-tono="attenzione">
            {testi.identita.daConfermare}
          </span>
        </li>
      )}
      {misure.map((una) => (
        <li key={una.id}>
          <span className={css['segno']}>{describeMisura(una, etichetta)}</span>
        </li>
      ))}
      <SegniScadenze cartella={cartella} ruolo={ruolo} oggi={oggi} />
    </ul>
  );
}

/** Who stands for a guest that is a minor: their name and telephone at once. */
function Rappresentanti({ cartella }: { cartella: Cartella }) {
  const nomeVisto = useNomeDiscreto();
  if (cartella.eta >= MAGGIORE_ETA) return null;
  const chi = cartella.contatti.filter(({ tipo }) => isRappresentante(tipo));
  if (chi.length === 0) return null;
  return (
    <span>
      {chi
        .map(({ legame, nome, telefono, riservato }) =>
          [legame, riservato ? nome : nomeVisto(nome), telefono ?? ''].filter(Boolean).join(' '),
        )
        .join('; ')}
    </span>
  );
}

/** What never scrolls away, beside the name: the face, age and sex, where the guest is, who follows them, what must be known at once. */
export function Testata({ cartella, oggi }: { cartella: Cartella; oggi: string }) {
  const etichetta = useEtichette();
  const nomeVisto = useNomeDiscreto();
  const ruolo = useSessione()?.utente?.ruolo;
  const { caseManager } = cartella;
  return (
    <>
      <Foto cartella={cartella} ruolo={ruolo} />
      <div className={css['accanto']}>
        <p className={css['chi']}>
          <b>
            {isPresunta(cartella.dataNascita) ? t.circaAnni(cartella.eta) : t.anni(cartella.eta)},{' '}
            {t.sesso[cartella.sesso] ?? cartella.sesso}
          </b>
          <span>{situazione(cartella.permanenze, oggi, etichetta)}</span>
          {caseManager !== null && <span>{t.caseManager(nomeVisto(caseManager))}</span>}
          <Rappresentanti cartella={cartella} />
        </p>
        <Segni cartella={cartella} oggi={oggi} />
      </div>
    </>
  );
}
