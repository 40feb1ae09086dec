import { Button, Select, TextInput } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Input } from '../../electron/contract/index.ts';
import { TIPI_VOCE, type TipoVoce } from '../../electron/contract/registro.ts';
import { useEndpoint } from '../api/index.ts';
import { useOspitiTrovati } from '../ingresso/campo-cognome.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './registro.module.css';
import { useRegistroCsv } from './registro-csv.ts';
import { Voci } from './voci.tsx';

const t = testi.registro;
const PER_PAGINA = 100;

type Filtro = Pick<Input<'registro.list'>, 'utente' | 'ospiteId' | 'tipo' | 'dal' | 'al'>;

/** One of the two ends of the period, as people type it; empty is no end. */
function useData(oggi: string) {
  const [testo, setTesto] = useState('');
  const [errore, setErrore] = useState<string>();
  const leggi = (): string | null | undefined => {
    const giorno = testo.trim() === '' ? null : parseGiorno(testo, oggi, { passato: true });
    setErrore(giorno === undefined ? t.dataIgnota : undefined);
    if (giorno) setTesto(formatGiornoBreve(giorno));
    return giorno;
  };
  return { testo, setTesto, errore, leggi };
}

/** Whose record: typed as in every other search. */
function SceltaOspite({ scelto, onScelto }: { scelto: string | undefined; onScelto: (id: string | null) => void }) {
  const [testo, setTesto] = useState('');
  const formatNome = useFormatNome();
  const trovati = useOspitiTrovati(testo);
  return (
    <Select
      label={t.ospite}
      placeholder={t.tutti}
      data={trovati.map((o) => ({ value: o.id, label: formatNome(o.cognome, o.nome) }))}
      value={scelto ?? null}
      onChange={onScelto}
      onSearchChange={setTesto}
      nothingFoundMessage={t.scrivereNome}
      searchable
      clearable
      w={220}
    />
  );
}

function Filtri({ oggi, filtro, onFiltro }: { oggi: string; filtro: Filtro; onFiltro: (filtro: Filtro) => void }) {
  const ruolo = useSessione()?.utente?.ruolo;
  const cercaOspiti = ruolo !== undefined && canCall(ruolo, 'ospiti.search');
  const utenti = useEndpoint('registro.listUtenti', {}).data ?? [];
  const dal = useData(oggi);
  const al = useData(oggi);
  const tieni = (altro: { [C in keyof Filtro]?: Filtro[C] | null }) => {
    const unito = Object.entries({ ...filtro, ...altro }).filter(([, valore]) => valore != null);
    onFiltro(Object.fromEntries(unito));
  };
  const mostra = (e: FormEvent) => {
    e.preventDefault();
    const [primo, ultimo] = [dal.leggi(), al.leggi()];
    if (primo !== undefined && ultimo !== undefined) tieni({ dal: primo, al: ultimo });
  };
  return (
    <form className={css['filtri']} onSubmit={mostra} noValidate>
      <Select
        label={t.persona}
        placeholder={t.tutte}
        data={utenti}
        value={filtro.utente ?? null}
        onChange={(utente) => tieni({ utente })}
        clearable
        searchable
        w={220}
      />
      {cercaOspiti && <SceltaOspite scelto={filtro.ospiteId} onScelto={(ospiteId) => tieni({ ospiteId })} />}
      <Select
        label={t.tipo}
        placeholder={t.tutte}
        data={TIPI_VOCE.map((tipo) => ({ value: tipo, label: t.tipi[tipo] }))}
        value={filtro.tipo ?? null}
        onChange={(tipo) => tieni({ tipo: tipo as TipoVoce | null })}
        clearable
        w={170}
      />
      <TextInput
        label={t.dal}
        value={dal.testo}
        onChange={(e) => dal.setTesto(e.currentTarget.value)}
        error={dal.errore}
        w={150}
      />
      <TextInput
        label={t.al}
        value={al.testo}
        onChange={(e) => al.setTesto(e.currentTarget.value)}
        error={al.errore}
        w={150}
      />
      <Button type="submit" variant="default">
        {t.filtra}
      </Button>
    </form>
  );
}

function Lista({ filtro, oggi }: { filtro: Filtro; oggi: string }) {
  // the line before which each page begins; the first has none
  const [pagine, setPagine] = useState<readonly number[]>([]);
  const prima = pagine.at(-1);
  const input = { ...filtro, limite: PER_PAGINA, ...(prima === undefined ? {} : { prima }) };
  const { data, error, refetch } = useEndpoint('registro.list', input, {
    staleTime: 0,
    placeholderData: (precedente) => precedente,
  });
  const ultima = data?.voci.at(-1)?.seq;
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={12} testo={t.lettura} />;
  return (
    <>
      {data.voci.length === 0 ? <p className={css['tenue']}>{t.nessuna}</p> : <Voci voci={data.voci} oggi={oggi} />}
      <div className={css['pagine']}>
        {pagine.length > 0 && (
          <Button variant="default" onClick={() => setPagine(pagine.slice(0, -1))}>
            {t.recenti}
          </Button>
        )}
        {data.altre && ultima !== undefined && (
          <Button variant="default" onClick={() => setPagine([...pagine, ultima])}>
            {t.vecchie}
          </Button>
        )}
      </div>
    </>
  );
}

/** `#/registro`: everything that was done and read, newest first. */
export function RegistroPage() {
  const oggi = useSessione()?.oggi ?? '';
  const [filtro, setFiltro] = useState<Filtro>({});
  const csv = useRegistroCsv(filtro);
  return (
    <Pagina
      titolo={t.titolo}
      azioni={
        <Button
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          loading={csv.inCorso}
          onClick={csv.salva}
        >
          {t.csv}
        </Button>
      }
    >
      <p className={css['tenue']}>{t.cosa}</p>
      <Filtri oggi={oggi} filtro={filtro} onFiltro={setFiltro} />
      <Pannello titolo={t.titolo}>
        <Lista key={JSON.stringify(filtro)} filtro={filtro} oggi={oggi} />
      </Pannello>
    </Pagina>
  );
}
