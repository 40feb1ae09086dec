import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { isDaVerificare } from '../../domain/relazione.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpointOra } from '../api/index.ts';
import { useTogli } from '../form/use-togli.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import type { Tasto } from '../shell/pagina-store.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { RelazioneForm } from './relazione-form.tsx';

const t = testi.relazione;
const TASTI: readonly Tasto[] = [{ tasti: 'Ctrl Invio', testo: t.tastoSalva }];

type Relazione = Output<'relazioni.get'>;

function Azioni({ relazione }: { relazione: Relazione }) {
  const navigate = useNavigate();
  const { id, ospiteId } = relazione;
  const cartella = { to: '/ospiti/$ospite', params: { ospite: ospiteId }, search: { sezione: 'relazioni' } } as const;
  const { togli, inCorso } = useTogli('relazioni.remove', t.tolta, () => void navigate(cartella));
  return (
    <>
      <LinkBottone {...cartella}>{t.torna}</LinkBottone>
      {relazione.inviataIl === null && (
        <Button variant="default" loading={inCorso} onClick={() => togli(id)}>
          {t.togli}
        </Button>
      )}
    </>
  );
}

/** What is to be known before the report is sent. */
function PrimaDellInvio({ tipo, sezioni, inviataIl }: Relazione) {
  const vuote = sezioni.filter(({ testo }) => testo.trim() === '').map(({ titolo }) => titolo);
  const frasi = [isDaVerificare(tipo) && t.daVerificare, vuote.length > 0 && t.vuote(vuote)].filter(
    (una) => una !== false,
  );
  if (inviataIl !== null || frasi.length === 0) return null;
  return <Riquadro tono="info">{frasi.join(' ')}</Riquadro>;
}

/** `#/relazioni/:id`: one report, its parts to write, its file. */
export function RelazionePage() {
  const { relazione = '' } = useParams({ strict: false });
  const oggi = useSessione()?.oggi ?? '';
  const formatNome = useFormatNome();
  const { data, error, refetch } = useEndpointOra('relazioni.get', { id: relazione });
  const titolo = data ? t.titoloPagina(t.tipi[data.tipo] ?? '', formatNome(data.cognome, data.nome)) : t.titolo;
  return (
    <Pagina titolo={titolo} ferma tasti={TASTI} azioni={data && <Azioni relazione={data} />}>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && data.inviataIl !== null && (
        <Riquadro tono="info">{t.giaInviata(formatGiornoBreve(data.inviataIl))}</Riquadro>
      )}
      {data && <PrimaDellInvio {...data} />}
      {data && <RelazioneForm key={`${data.id} ${data.inviataIl}`} relazione={data} oggi={oggi} />}
    </Pagina>
  );
}
