import { useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import pannello from '../pannello/pannello.module.css';
import { Attesa } from '../pannello/pannello.tsx';
import { luogoIniziale, type Struttura } from '../shell/luogo.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { type Sessione, useSessione } from '../shell/sessione.ts';
import { StrutturaPicker } from '../shell/struttura-picker.tsx';
import { testi } from '../testi/index.ts';
import { PannelloOperatori } from './operatori.tsx';
import { PannelloPosti } from './posti.tsx';
import { PannelloStanze } from './stanze.tsx';

const t = testi.casa;

function Casa({ struttura, sessione }: { struttura: Struttura; sessione: Sessione }) {
  const { oggi, utente } = sessione;
  if (utente === null) return null;
  const propria = sessione.ruolo === 'comunita';
  const puo = propria && canCall(utente.ruolo, 'posti.save');
  return (
    <div className={pannello['sezioni']}>
      {!puo && <p className={pannello['cosa']}>{t.soloResponsabile}</p>}
      <PannelloPosti struttura={struttura} oggi={oggi} puo={puo} />
      {canCall(utente.ruolo, 'stanze.list') && (
        <PannelloStanze
          struttura={struttura}
          oggi={oggi}
          puoStanze={puo}
          puoAlloggi={propria && canCall(utente.ruolo, 'alloggi.assign')}
        />
      )}
      <PannelloOperatori struttura={struttura.codice} oggi={oggi} puo={puo} />
    </div>
  );
}

/** `#/impostazioni/struttura`: places by period, rooms and who sleeps in them, staff. */
export function CasaPage() {
  const sessione = useSessione();
  const strutture = useEndpoint('strutture.list', {}).data;
  const [scelta, setScelta] = useState<string>();
  const codice = scelta ?? (strutture && sessione ? luogoIniziale(strutture, sessione.oggi)?.struttura : undefined);
  const struttura = strutture?.find((una) => una.codice === codice);
  return (
    <Pagina
      titolo={t.titolo}
      accanto={
        strutture &&
        struttura &&
        strutture.length > 1 && (
          <StrutturaPicker strutture={strutture} attuale={struttura.codice} onScegli={setScelta} />
        )
      }
      azioni={<LinkBottone to="/impostazioni">{t.torna}</LinkBottone>}
    >
      {!strutture && <Attesa testo={testi.comune.caricamento} />}
      {strutture?.length === 0 && <p className={pannello['cosa']}>{t.nessunaStruttura}</p>}
      {struttura && sessione && <Casa key={struttura.codice} struttura={struttura} sessione={sessione} />}
    </Pagina>
  );
}
