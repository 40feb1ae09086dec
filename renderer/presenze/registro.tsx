import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import type { ChiEsce } from '../assenza/uscita-form.tsx';
import { UscitaORientro } from '../assenza/uscita-o-rientro.tsx';
import { type FormIngresso, PannelloIngresso } from '../ingresso/pannello-ingresso.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { useVista } from '../shell/vista.ts';
import { formatPercento, testi } from '../testi/index.ts';
import { BandaStato, MeseVuoto } from './banda-stato.tsx';
import { BarraAzioni } from './barra-azioni.tsx';
import type { GrigliaMese } from './conti.ts';
import { type ComandoPagina, Griglia } from './griglia.tsx';
import { useComuneRighe } from './griglia-comune.ts';
import { carattere, type Esito, isDentro } from './griglia-stato.ts';
import { Legenda } from './legenda.tsx';
import { MenuRiga } from './menu-riga.tsx';
import css from './presenze.module.css';
import { Striscia } from './striscia.tsx';
import { type Parole, spiegaEsito } from './testo-cella.ts';
import { type AzioniRegistro, useAzioniRegistro, usePaletteRegistro } from './use-azioni.ts';
import { type Conti, useConti } from './use-conti.ts';
import { useGriglia } from './use-griglia.ts';
import {
  cursoreIniziale,
  focusGriglia,
  type Salto,
  useRicordaPosizione,
  useSalto,
  vuoleFuoco,
} from './use-posizione.ts';

const t = testi.presenze;
/** Sayings that mean nothing was done. */
const ATTENZIONE = new Set<Esito['tipo']>([
  'fuori',
  'lettera',
  'bloccata',
  'scegliere_giorno',
  'incolla_rifiutato',
  'incolla_vuoto',
]);

const onCopiato = (celle: number) => avvisa(t.azioni.copiati(celle));

function FrecceMese({ azioni }: { azioni: AzioniRegistro }) {
  return (
    <span className={css['mesi']}>
      <button type="button" aria-label={t.mesePrima} title="Alt ←" onClick={() => azioni.mese(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </button>
      <button type="button" aria-label={t.meseDopo} title="Alt →" onClick={() => azioni.mese(1)}>
        <IconChevronRight size={18} aria-hidden />
      </button>
    </span>
  );
}

/** The saturation in words, for who does not see the line. */
function SaturazioneInParole({ conti }: { conti: Conti }) {
  if (conti.saturazioni.length === 0) return null;
  const parti = conti.saturazioni.map((s) => t.saturazioneDi(s.modulo, formatPercento(s.percento)));
  return <p className="visually-hidden">{t.saturazioneLinea(parti.join(', '))}</p>;
}

interface Props {
  dati: GrigliaMese;
  puoRegistrare: boolean;
  puoAmmettere: boolean;
  salto: Salto;
  onMese: (mese: Mese) => void;
  onSaltato: () => void;
}

/** One month of one struttura: grid, brush, words, short forms. */
export function Registro({ dati, puoRegistrare, puoAmmettere, salto, onMese, onSaltato }: Props) {
  const bloccata = !puoRegistrare || dati.stato === 'chiuso';
  const formatNome = useFormatNome();
  const discreto = useVista((v) => v.discreto);
  const pagina = useRef<HTMLDivElement>(null);
  const [inizio] = useState(() => cursoreIniziale(dati, salto));
  const [stato, dispatch] = useGriglia({ dati, bloccata, cursore: inizio });
  const comune = useComuneRighe(dati, stato.giorni);
  const conti = useConti(dati, stato, comune.tabella, comune.mancantiFino);
  const [menu, setMenu] = useState<{ riga: number; dove: DOMRect } | null>(null);
  const [form, setForm] = useState<FormIngresso | null>(() => {
    const scelta = dati.righe.find((r) => r.ingressoId === salto.ingresso);
    return scelta && salto.apri === 'modulo' && puoAmmettere ? { tipo: 'modulo', riga: scelta } : null;
  });
  const [uscita, setUscita] = useState<ChiEsce | null>(null);
  const { riga, colonna } = stato.cursore;
  const rigaScelta = stato.righe[riga];
  const meta = dati.righe[riga];
  const oggi = dati.mese > dati.oggi.slice(0, 7) ? -1 : comune.oggi;

  useRicordaPosizione(rigaScelta?.ingressoId, colonna, pagina);
  useSalto(dati, salto, dispatch, pagina, onSaltato);
  const azioni = useAzioniRegistro({ dati, stato, conti, oggi }, dispatch, pagina, onMese, setForm);
  const palette = usePaletteRegistro(azioni, { bloccata, puoAmmettere, oggi });
  const chiudiMenu = () => {
    setMenu(null);
    focusGriglia(pagina);
  };
  const chiudiForm = useCallback(() => {
    setForm(null);
    setUscita(null);
    focusGriglia(pagina);
  }, []);
  const onComando = (comando: ComandoPagina, dove: DOMRect | undefined, rigaMenu: number) => {
    if (comando.tipo === 'mese') azioni.mese(comando.passo);
    else if (comando.tipo === 'prossimo_mancante') azioni.prossimo();
    else if (comando.tipo === 'menu' && dove) setMenu({ riga: rigaMenu, dove });
    else if (comando.tipo === 'nuovo_ingresso' && puoAmmettere) azioni.nuovoIngresso();
  };

  const parole: Parole = useMemo(
    () => ({ mese: dati.mese, etichette: comune.etichette, codici: dati.codici, mancantiFino: comune.mancantiFino }),
    [dati.mese, dati.codici, comune],
  );
  const esito = stato.esito && {
    n: stato.esito.n,
    testo: spiegaEsito(stato.esito, dati.righe, parole, formatNome),
    tono: ATTENZIONE.has(stato.esito.tipo) ? ('attenzione' as const) : ('quieto' as const),
  };
  const barra = (
    <BarraAzioni
      azioni={azioni}
      bloccata={bloccata || stato.righe.length === 0}
      annullabile={stato.annullabili.length > 0}
      ripetibile={stato.ripetibili.length > 0}
      oggi={oggi}
      oggiVuoto={stato.righe.some((r) => isDentro(r, oggi) && carattere(r, oggi) === '.')}
      puoAmmettere={puoAmmettere}
    />
  );
  return (
    <Pagina
      titolo={t.titolo(formatMese(dati.mese))}
      tasti={t.tasti}
      palette={palette}
      piena
      accanto={<FrecceMese azioni={azioni} />}
      azioni={barra}
    >
      <div className={css['corpo']} ref={pagina}>
        <BandaStato dati={dati} />
        {stato.righe.length === 0 ? (
          <MeseVuoto dati={dati} onNuovo={puoAmmettere ? azioni.nuovoIngresso : undefined} />
        ) : (
          <>
            <Griglia
              dati={dati}
              stato={stato}
              dispatch={dispatch}
              comune={comune}
              formatNome={formatNome}
              discreto={discreto}
              conti={conti}
              vuoleFuoco={vuoleFuoco}
              onCopiato={onCopiato}
              onComando={onComando}
            />
            <Legenda
              codici={dati.codici}
              classi={comune.classi}
              quieta={comune.quieta}
              pennello={stato.pennello}
              bloccata={bloccata}
              mancanti={conti.mancanti.length}
              azioni={azioni}
            />
            <Striscia
              dati={dati}
              riga={rigaScelta}
              meta={meta}
              colonna={colonna}
              nome={meta ? formatNome(meta.cognome, meta.nome) : ''}
              parole={parole}
              comune={comune}
              esito={esito}
            />
            <SaturazioneInParole conti={conti} />
          </>
        )}
      </div>
      {menu && (
        <MenuRiga
          meta={dati.righe[menu.riga]}
          dove={menu.dove}
          abilitato={puoAmmettere}
          onScegli={setForm}
          onUscita={setUscita}
          onChiudi={chiudiMenu}
        />
      )}
      {uscita && <UscitaORientro chi={uscita} oggi={dati.oggi} onChiudi={chiudiForm} />}
      <PannelloIngresso form={form} struttura={dati.struttura.codice} oggi={dati.oggi} onChiudi={chiudiForm} />
    </Pagina>
  );
}
