import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useCommand } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';
import { ContattoForm } from './contatto-form.tsx';
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
  const [aperto, setAperto] = useState<Contatto | null>(null);
  const togli = useCommand('contatti.remove');
  const nomeVisto = useNomeDiscreto();
  const puo = canCall(ruolo, 'contatti.add');
  const onTogli = (id: string) =>
    togli.mutate(
      { id },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.tolto);
        },
        onError: avvisaErrore,
      },
    );
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
          const { id, legame, nome, telefono, riservato } = contatto;
          return (
            <li key={id}>
              {puo && (
                <Button
                  className={css['destra']}
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t.togliDi(legame)}
                  onClick={() => onTogli(id)}
                >
                  {t.togli}
                </Button>
              )}
              {riservato && canCall(ruolo, 'contatti.open') && (
                <Button
                  className={css['destra']}
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t.apriDi(nome)}
                  onClick={() => setAperto(contatto)}
                >
                  {t.apri}
                </Button>
              )}
              <span className={css['frase']}>{legame}</span> <b>{riservato ? nome : nomeVisto(nome)}</b> {telefono}
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
      {aperto && <ContattoAperto contatto={aperto} onChiudi={() => setAperto(null)} />}
    </Pannello>
  );
}
