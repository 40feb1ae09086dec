import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useCommand } from '../api/index.ts';
import { useTogli } from '../form/use-togli.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga } from '../pannello/tabella.tsx';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';
import { ContattoForm, CorreggiContattoForm } from './contatto-form.tsx';
import { FormMotivo } from './form-motivo.tsx';
import css from './ospite.module.css';

const t = testi.contatti;

type Contatto = Cartella['contatti'][number];

/** Who a contact under a code is, as long as the panel is open: kept nowhere. */
function ContattoAperto({ contatto, onChiudi }: { contatto: Contatto; onChiudi: () => void }) {
  const apri = useCommand('contatti.open');
  return (
    <Drawer
      opened
      onClose={onChiudi}
      title={<b>{t.apriTitolo(contatto.nome)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {apri.data ? (
        <p>
          <b>{apri.data.nome}</b> {apri.data.telefono}
        </p>
      ) : (
        <FormMotivo
          cosa={t.apriCosa}
          conferma={t.apri}
          errore={apri.error}
          inCorso={apri.isPending}
          onInvia={(motivo) => apri.mutate({ id: contatto.id, motivo })}
          onChiudi={onChiudi}
        />
      )}
    </Drawer>
  );
}

/** The persons around the guest: parents, guardian, lawyer. */
export function Contatti({ cartella, ruolo }: { cartella: Cartella; ruolo: Ruolo }) {
  const [nuovo, setNuovo] = useState(false);
  const [corretto, setCorretto] = useState<Contatto | null>(null);
  const [aperto, setAperto] = useState<Contatto | null>(null);
  const { togli } = useTogli('contatti.remove', t.tolto);
  const nomeVisto = useNomeDiscreto();
  const puo = canCall(ruolo, 'contatti.add');
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        puo && (
          <Button variant="default" onClick={() => setNuovo(true)}>
            {t.aggiungi}
          </Button>
        )
      }
    >
      {cartella.contatti.length === 0 && <p className={css['frase']}>{t.nessuno}</p>}
      <ul className={css['note']}>
        {cartella.contatti.map((contatto) => {
          const { id, legame, nome, telefono, tipo, incontri, riservato } = contatto;
          return (
            <li key={id}>
              {puo && (
                <AzioneRiga className={css['destra']} dice={t.togliDi(legame)} onClick={() => togli(id)}>
                  {t.togli}
                </AzioneRiga>
              )}
              {puo && (
                <AzioneRiga className={css['destra']} dice={t.correggiDi(legame)} onClick={() => setCorretto(contatto)}>
                  {testi.comune.correggi}
                </AzioneRiga>
              )}
              {riservato && canCall(ruolo, 'contatti.open') && (
                <AzioneRiga className={css['destra']} dice={t.apriDi(nome)} onClick={() => setAperto(contatto)}>
                  {t.apri}
                </AzioneRiga>
              )}
              <span className={css['frase']}>{legame}</span> <b>{riservato ? nome : nomeVisto(nome)}</b> {telefono}
              {tipo !== null && tipo !== 'altro' && <span className={css['frase']}> ({t.tipi[tipo]})</span>}
              {incontri !== null && (
                <>
                  {' '}
                  <span className={css['segno']} data-tono={incontri === 'consentito' ? undefined : 'attenzione'}>
                    {t.incontriDi[incontri]}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {nuovo && (
        <ContattoForm
          ospiteId={cartella.id}
          anonimo={cartella.tipoIdentificativo === 'ANON'}
          onChiudi={() => setNuovo(false)}
        />
      )}
      {corretto && <CorreggiContattoForm contatto={corretto} onChiudi={() => setCorretto(null)} />}
      {aperto && <ContattoAperto contatto={aperto} onChiudi={() => setAperto(null)} />}
    </Pannello>
  );
}
