import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { lunediDi } from '../../domain/appuntamento.ts';
import { addGiorni, addMesiAlGiorno, type Giorno, isGiorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { StrutturaPicker } from '../shell/struttura-picker.tsx';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { type Aperto, FormAperto, type Nuovo, type RigaAgenda } from './apri.tsx';
import { Cerca } from './cerca.tsx';
import { Gruppi } from './gruppi.tsx';
import { Protetti } from './protetti.tsx';
import { Righe } from './righe.tsx';
import { TASTI_AGENDA, useTastiAgenda } from './tasti.ts';

const t = testi.agenda;
const VISTE = ['giorno', 'settimana', 'cerca', 'protetti', 'gruppi'] as const;
type Vista = (typeof VISTE)[number];
const GIORNI_SETTIMANA = 7;

interface PropsVista {
  struttura: string;
  oggi: Giorno;
  puoScrivere: boolean;
  onApri: (riga: RigaAgenda) => void;
  onFatto: (riga: RigaAgenda) => void;
}

/** One day, or the days of a week, each with its lines. */
function Giorni({ dal, quanti, ...props }: PropsVista & { dal: Giorno; quanti: number }) {
  const { struttura, oggi } = props;
  const al = addGiorni(dal, quanti - 1);
  const { data, error, refetch } = useEndpoint(
    'agenda.list',
    { struttura, dal, al },
    { placeholderData: (prima) => prima },
  );
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={10} testo={t.lettura} />;
  const perGiorno = Map.groupBy(data.righe, ({ data: giorno }) => giorno);
  const giorni = Array.from({ length: quanti }, (_, index) => addGiorni(dal, index));
  return giorni.map((giorno) => {
    const righe = perGiorno.get(giorno) ?? [];
    return (
      <Pannello key={giorno} titolo={formatGiorno(giorno)} accanto={giorno === oggi ? t.oggi : undefined}>
        {righe.length === 0 ? <p className={css['frase']}>{t.vuotoGiorno}</p> : <Righe {...props} righe={righe} />}
      </Pannello>
    );
  });
}

/** How many lines to complete stand before the day: more would push it out of sight. */
const DA_COMPLETARE = 4;

/** What was booked and nobody said how it went, groups not written, reports not sent: only when there is some. */
function DaCompletare({ struttura, oggi, ...props }: PropsVista) {
  const { data } = useEndpoint('agenda.search', {
    ...{ struttura, dal: addMesiAlGiorno(oggi, -12), al: oggi, solo: 'ritardo', limite: 50 },
  });
  const [tutte, setTutte] = useState(false);
  if (!data || data.righe.length === 0) return null;
  const righe = tutte ? data.righe : data.righe.slice(0, DA_COMPLETARE);
  return (
    <Pannello titolo={t.ritardo} accanto={t.cerca.quanti(data.totale)} className="solo-schermo">
      <Righe {...props} oggi={oggi} righe={righe} conGiorno />
      {data.righe.length > DA_COMPLETARE && (
        <Button variant="subtle" size="compact-sm" aria-expanded={tutte} onClick={() => setTutte(!tutte)}>
          {tutte ? t.ritardoMeno : t.ritardoTutte(data.righe.length)}
        </Button>
      )}
    </Pannello>
  );
}

function NuovoMenu({
  aperto,
  onAperto,
  onNuovo,
}: {
  aperto: boolean;
  onAperto: (aperto: boolean) => void;
  onNuovo: (cosa: Nuovo) => void;
}) {
  return (
    <Menu position="bottom-end" withinPortal={false} opened={aperto} onChange={onAperto} trapFocus>
      <Menu.Target>
        <Button aria-keyshortcuts="N">
          {t.nuovo}&nbsp;<kbd>N</kbd>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onNuovo('visita')} rightSection={<kbd>V</kbd>}>
          {t.nuovaVisita}
        </Menu.Item>
        <Menu.Item onClick={() => onNuovo('incontro')} rightSection={<kbd>I</kbd>}>
          {t.nuovoIncontro}
        </Menu.Item>
        <Menu.Item onClick={() => onNuovo('attivita')} rightSection={<kbd>A</kbd>}>
          {t.nuovaAttivita}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Which day and view the address says, and how to go to others. */
function useDove(oggi: Giorno) {
  const { giorno, vista } = useSearch({ strict: false }) as { giorno?: string; vista?: string };
  const navigate = useNavigate();
  const vistaOra: Vista = VISTE.find((una) => una === vista) ?? 'giorno';
  const giornoOra = isGiorno(giorno) ? giorno : oggi;
  const vai = (altro: { giorno?: Giorno; vista?: Vista }) =>
    void navigate({ to: '.', search: { giorno: giornoOra, vista: vistaOra, ...altro } });
  return { giorno: giornoOra, vista: vistaOra, vai };
}

function Navigazione({ vista, quando, onVai }: { vista: Vista; quando: ReactNode; onVai: (di: -1 | 0 | 1) => void }) {
  if (vista !== 'giorno' && vista !== 'settimana') return null;
  return (
    <div className={`${css['navigazione']} solo-schermo`}>
      <Button variant="default" aria-label={t.prima[vista]} onClick={() => onVai(-1)} px={6}>
        <IconChevronLeft size={16} aria-hidden />
      </Button>
      <Button variant="default" onClick={() => onVai(0)}>
        {t.oggi}
      </Button>
      <Button variant="default" aria-label={t.dopo[vista]} onClick={() => onVai(1)} px={6}>
        <IconChevronRight size={16} aria-hidden />
      </Button>
      <p className={css['quando']} aria-live="polite">
        {quando}
      </p>
    </div>
  );
}

/** `#/agenda/:struttura`: visits, meetings, activities of a day, of a week, of years. */
export function AgendaPage() {
  const { struttura = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const oggi = sessione?.oggi ?? '';
  const ruolo = sessione?.utente?.ruolo;
  const strutture = useEndpoint('strutture.list', {}).data ?? [];
  const navigate = useNavigate();
  const { giorno, vista, vai } = useDove(oggi);
  const [aperto, setAperto] = useState<Aperto | null>(null);
  const [menu, setMenu] = useState(false);
  const puoScrivere = ruolo !== undefined && canCall(ruolo, 'visite.register');
  const passo = vista === 'settimana' ? GIORNI_SETTIMANA : 1;
  const onVai = (di: -1 | 0 | 1) => vai({ giorno: di === 0 ? oggi : addGiorni(giorno, di * passo) });
  const nuovo = (cosa: Nuovo) => setAperto({ nuovo: cosa, giorno });
  useTastiAgenda({
    attivi: aperto === null && !menu,
    frecce: vista === 'giorno' || vista === 'settimana',
    onVai,
    onNuovo: puoScrivere ? nuovo : undefined,
    onMenu: puoScrivere ? () => setMenu(true) : undefined,
    onCerca: () => vai({ vista: 'cerca' }),
  });
  const stampa = useStampa(useMemo(() => ({ cosa: 'agenda' as const, struttura }), [struttura]));
  const dal = vista === 'settimana' ? lunediDi(giorno) : giorno;
  const quando =
    vista === 'settimana'
      ? `${formatGiorno(dal)} – ${formatGiorno(addGiorni(dal, GIORNI_SETTIMANA - 1))} ${dal.slice(0, 4)}`
      : formatGiornoEsteso(giorno);
  const nome = strutture.find(({ codice }) => codice === struttura)?.nome ?? struttura;
  const comune: PropsVista = {
    ...{ struttura, oggi, puoScrivere },
    onApri: (riga) => {
      const [ospite] = riga.ospiti;
      if (riga.genere !== 'udienza') setAperto({ riga, fatto: false });
      else if (ospite)
        void navigate({ to: '/ospiti/$ospite', params: { ospite: ospite.id }, search: { sezione: 'giuridica' } });
    },
    onFatto: (riga) => setAperto({ riga, fatto: true }),
  };
  return (
    <Pagina
      titolo={t.titolo}
      tasti={TASTI_AGENDA}
      accanto={
        strutture.length > 1 && (
          <StrutturaPicker
            strutture={strutture}
            attuale={struttura}
            onScegli={(codice) =>
              void navigate({ to: '/agenda/$struttura', params: { struttura: codice }, search: { giorno, vista } })
            }
          />
        )
      }
      azioni={
        <>
          <SegmentedControl
            aria-label={t.vista}
            data={VISTE.map((una) => ({ value: una, label: t.viste[una] }))}
            value={vista}
            onChange={(scelta) => vai({ vista: scelta as Vista })}
          />
          {(vista === 'giorno' || vista === 'settimana') && (
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={stampa}>
              {t.stampa}
            </Button>
          )}
          {puoScrivere && <NuovoMenu aperto={menu} onAperto={setMenu} onNuovo={nuovo} />}
        </>
      }
    >
      <Navigazione vista={vista} quando={quando} onVai={onVai} />
      <p className={`${css['frase']} solo-carta`}>{t.carta(nome, quando)}</p>
      <div className={css['giorni']}>
        {vista === 'giorno' && giorno === oggi && <DaCompletare {...comune} />}
        {vista === 'giorno' && <Giorni {...comune} dal={giorno} quanti={1} />}
        {vista === 'settimana' && <Giorni {...comune} dal={dal} quanti={GIORNI_SETTIMANA} />}
        {vista === 'cerca' && <Cerca struttura={struttura} oggi={oggi} onApri={comune.onApri} />}
        {vista === 'protetti' && (
          <Protetti struttura={struttura} oggi={oggi} onApri={(riga) => setAperto({ riga, fatto: false })} />
        )}
        {vista === 'gruppi' && <Gruppi struttura={struttura} oggi={oggi} puoScrivere={puoScrivere} />}
      </div>
      {aperto !== null && puoScrivere && (
        <FormAperto aperto={aperto} struttura={struttura} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
    </Pagina>
  );
}
