import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isMostrabile } from '../../domain/allegato.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useTogli } from '../form/use-togli.ts';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Lettura } from '../pannello/lettura.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, type Colonna, Tabella } from '../pannello/tabella.tsx';
import { avvisaErrore, ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import css from './allegato.module.css';
import { DatiAllegatoForm, NuovoAllegatoForm } from './allegato-form.tsx';
import { AnteprimaPdf } from './anteprima-pdf.tsx';
import { daMostrare } from './immagine.ts';

const t = testi.allegati;

const COLONNE: readonly Colonna[] = [t.che, t.tipo, t.data, t.scadenza, { titolo: t.file, numero: true }];

export type Allegato = Output<'allegati.list'>['allegati'][number];

function Scadenza({ scadenza, oggi }: { scadenza: Giorno | null; oggi: Giorno }) {
  if (scadenza === null) return null;
  const giorno = formatGiornoBreve(scadenza);
  return scadenza < oggi ? <b className={css['scaduto']}>{t.scaduto(giorno)}</b> : t.scade(giorno);
}

interface PropsRiga {
  allegato: Allegato;
  oggi: Giorno;
  puo: boolean;
  onGuarda: () => void;
  onCorreggi: () => void;
}

function Riga({ allegato, oggi, puo, onGuarda, onCorreggi }: PropsRiga) {
  const apri = useCommand('allegati.open');
  const { togli, inCorso } = useTogli('allegati.remove', t.tolto);
  const { id, tipo, titolo, mime, dimensione, data, scadenza } = allegato;
  const salva = () =>
    apri.mutate(
      { id, per: 'salvare' },
      { onSuccess: (file) => consegnaFile(file.nome, file.bytes, t.consegnato, file.mime), onError: avvisaErrore },
    );
  return (
    <tr>
      <th scope="row">{titolo}</th>
      <td>{t.tipi[tipo]}</td>
      <td className={tabella['intero']}>{data === null ? '' : formatGiornoBreve(data)}</td>
      <td className={tabella['intero']}>
        <Scadenza scadenza={scadenza} oggi={oggi} />
      </td>
      <td className={tabella['numero']}>{t.dimensione(dimensione)}</td>
      <td>
        <div className={css['bottoni']}>
          {isMostrabile(mime) && (
            <AzioneRiga dice={t.guardaDi(titolo)} onClick={onGuarda}>
              {t.guarda}
            </AzioneRiga>
          )}
          <AzioneRiga dice={t.salvaDi(titolo)} loading={apri.isPending} onClick={salva}>
            {t.salva}
          </AzioneRiga>
          {puo && (
            <>
              <AzioneRiga dice={t.correggiDi(titolo)} onClick={onCorreggi}>
                {testi.comune.correggi}
              </AzioneRiga>
              <AzioneRiga dice={t.togliDi(titolo)} loading={inCorso} onClick={() => togli(id)}>
                {t.togli}
              </AzioneRiga>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}

/** A document in the page, as long as it is looked at: nothing is written on the disk. */
function Anteprima({ allegato, onChiudi }: { allegato: Allegato; onChiudi: () => void }) {
  const apri = useCommand('allegati.open');
  const { mutate, data, error } = apri;
  useEffect(() => mutate({ id: allegato.id, per: 'vedere' }), [mutate, allegato.id]);
  return (
    <Modal
      opened
      onClose={onChiudi}
      size="xl"
      title={<b>{allegato.titolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <div className={css['anteprima']}>
        {error && <ErroreInPagina errore={error} />}
        {!data && !error && <Attesa testo={testi.comune.attesa} />}
        {data?.mime.startsWith('image/') && <img src={daMostrare(data.mime, data.bytes)} alt={allegato.titolo} />}
        {data?.mime === 'application/pdf' && <AnteprimaPdf bytes={data.bytes} titolo={allegato.titolo} />}
        {data?.mime === 'text/plain' && <pre>{new TextDecoder().decode(data.bytes)}</pre>}
      </div>
    </Modal>
  );
}

type Aperto = { readonly cosa: 'nuovo' } | { readonly cosa: 'guarda' | 'correggi'; readonly allegato: Allegato };

/** The tab of documents. */
export function Documenti({ cartella, ruolo, oggi }: PropsSezione) {
  const allegati = useEndpoint('allegati.list', { ospiteId: cartella.id });
  const { data } = allegati;
  const [aperto, setAperto] = useState<Aperto | null>(null);
  const puo = canCall(ruolo, 'allegati.add');
  const chiudi = () => setAperto(null);
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        puo && (
          <Button variant="default" onClick={() => setAperto({ cosa: 'nuovo' })}>
            {t.aggiungi}
          </Button>
        )
      }
    >
      <Lettura di={allegati}>
        {({ allegati: tutti }) => (
          <>
            <Tabella vuota={t.nessuno} colonne={COLONNE} azioni>
              {tutti.map((allegato) => (
                <Riga
                  key={allegato.id}
                  allegato={allegato}
                  oggi={oggi}
                  puo={puo}
                  onGuarda={() => setAperto({ cosa: 'guarda', allegato })}
                  onCorreggi={() => setAperto({ cosa: 'correggi', allegato })}
                />
              ))}
            </Tabella>
            {tutti.length > 0 && <p className={css['tenue']}>{t.salvaCosa}</p>}
          </>
        )}
      </Lettura>
      {data && aperto?.cosa === 'nuovo' && (
        <NuovoAllegatoForm cartella={cartella} tipi={data.tipi} oggi={oggi} onChiudi={chiudi} />
      )}
      {data && aperto?.cosa === 'correggi' && (
        <DatiAllegatoForm allegato={aperto.allegato} tipi={data.tipi} oggi={oggi} onChiudi={chiudi} />
      )}
      {aperto?.cosa === 'guarda' && <Anteprima allegato={aperto.allegato} onChiudi={chiudi} />}
    </Pannello>
  );
}
