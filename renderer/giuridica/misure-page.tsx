import { Button } from '@mantine/core';
import { IconFileTypeCsv, IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { type Giorno, isGiorno, meseDi } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { toCsv } from '../pannello/csv.ts';
import { Lettura } from '../pannello/lettura.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { Tabella } from '../pannello/tabella.tsx';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './giuridica.module.css';

const t = testi.atti;
const g = testi.giuridica;
type Istantanea = Output<'misure.snapshot'>;

const COLONNE = [t.ospite, g.misura, g.dal, g.al, g.autorita, g.provvedimento, g.finePena];

function celle(riga: Istantanea['righe'][number], nome: string, etichetta: Etichette): string[] {
  const { misura, dal, al, autorita, provvedimento, finePena } = riga;
  return [
    ...[nome, etichetta('misura', misura), scriviGiorno(dal), al === null ? g.inCorso : scriviGiorno(al)],
    ...[autorita ?? '', provvedimento ?? '', scriviGiorno(finePena)],
  ];
}

function Tavola({ istantanea }: { istantanea: Istantanea }) {
  const etichetta = useEtichette();
  const formatNome = useFormatNome();
  const { righe } = istantanea;
  return (
    <Tabella vuota={t.nessunaMisura} colonne={COLONNE}>
      {righe.map((riga) => {
        const [nome = '', ...altre] = celle(riga, formatNome(riga.cognome, riga.nome), etichetta);
        return (
          <tr key={`${riga.misuraId} ${riga.ingressoId}`}>
            <th scope="row">
              <Link to="/ospiti/$ospite" params={{ ospite: riga.ospiteId }} search={{ sezione: 'giuridica' }}>
                {nome}
              </Link>
            </th>
            {altre.map((cella, n) => (
              <td key={COLONNE[n + 1]}>{cella}</td>
            ))}
          </tr>
        );
      })}
    </Tabella>
  );
}

/** The day in the address, and the field that changes it. */
function ScegliGiorno({ struttura, giorno, oggi }: { struttura: string; giorno: Giorno; oggi: Giorno }) {
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { giorno: formatGiornoBreve(giorno) } });
  useEffect(() => form.reset({ giorno: formatGiornoBreve(giorno) }), [form, giorno]);
  const applica = form.handleSubmit((valori) => {
    const scelto = parseGiorno(valori.giorno, oggi);
    if (scelto) void navigate({ to: '/misure/$struttura', params: { struttura }, search: { giorno: scelto } });
  });
  return (
    <form className={css['strumenti']} noValidate onSubmit={(e) => void applica(e)}>
      <CampoGiorno
        control={form.control}
        name="giorno"
        label={t.giorno}
        description={testi.form.giorno}
        oggi={oggi}
        rules={regolaGiorno(oggi, testi.form.giornoIgnoto)}
      />
      <Button type="submit" variant="default">
        {testi.registro.filtra}
      </Button>
    </form>
  );
}

/** `#/misure/:struttura?giorno=`: who was under which measure on a day. */
export function MisurePage() {
  const { struttura = '' } = useParams({ strict: false });
  const { giorno: chiesto } = useSearch({ strict: false }) as { giorno?: string };
  const oggi = useSessione()?.oggi ?? '';
  const giorno = isGiorno(chiesto) ? chiesto : oggi;
  const etichetta = useEtichette();
  const istantanea = useEndpoint('misure.snapshot', { struttura, giorno }, { staleTime: 0 });
  const { data } = istantanea;
  const cosa = useMemo(() => ({ cosa: 'misure' as const, struttura, mese: meseDi(giorno) }), [struttura, giorno]);
  const stampa = useStampa(cosa);
  const registra = useCommand('stampe.register');
  const salva = async (presa: Istantanea) => {
    await registra.mutateAsync({ ...cosa, come: 'csv' });
    const righe = presa.righe.map((r) => celle(r, `${r.cognome.toUpperCase()} ${r.nome}`, etichetta));
    consegnaFile(`misure-${struttura}-${giorno}.csv`, toCsv(COLONNE, righe), t.csvFatto, 'text/csv;charset=utf-8');
  };
  return (
    <Pagina
      titolo={t.misureTitolo}
      azioni={
        data && (
          <>
            <Button
              className="solo-schermo"
              variant="default"
              leftSection={<IconFileTypeCsv size={16} aria-hidden />}
              onClick={() => void salva(data).catch(avvisaErrore)}
            >
              {t.csv}
            </Button>
            <Button className="solo-schermo" leftSection={<IconPrinter size={16} aria-hidden />} onClick={stampa}>
              {t.stampa}
            </Button>
          </>
        )
      }
    >
      <ScegliGiorno struttura={struttura} giorno={giorno} oggi={oggi} />
      <Lettura di={istantanea} righe={8} testo={g.lettura}>
        {(presa) => (
          <Pannello
            titolo={t.misureDel(formatGiornoEsteso(presa.giorno), presa.struttura)}
            accanto={t.quante(presa.righe.length, new Set(presa.righe.map(({ ospiteId }) => ospiteId)).size)}
          >
            <Tavola istantanea={presa} />
          </Pannello>
        )}
      </Lettura>
    </Pagina>
  );
}
