import type { RigaScritta } from './cartella.ts';

export const COSA_SUCCEDE: Record<string, RigaScritta[]> = {
  visite: [
    {
      ...{
        id: 'V1',
        data: '2025-03-12',
        ospite: 'O1',
        struttura: 'BETULLA',
        tipo: 'odontoiatrica',
        luogo: 'Poliambulatorio',
      },
      ...{
        accompagnamento: 'si',
        esito: 'controllo fra un mese',
        stato: 'fatto',
        ora: '9.30',
        accompagnatore: 'Ottavia',
      },
      ...{ mezzo: 'auto della comunità', prossima: '2025-04-12' },
    },
    { id: 'V2', data: '2026-12-01', ospite: 'O3', struttura: '', tipo: 'mmg', stato: 'previsto', ora: '' },
  ],
  incontri: [
    {
      ...{
        id: 'M1',
        data: '2025-03-14',
        struttura: 'BETULLA',
        servizio: 'tutela_minori',
        modalita: 'presenza',
        accompagnamento: 'no',
      },
      ...{
        ospiti: 'O1|O2',
        oggetto: 'andamento',
        stato: 'fatto',
        ora: '15:00',
        tipo_famiglia: 'incontro_protetto',
        protetto: 'si',
      },
      ...{ partecipanti: 'dott.ssa Riva', operatori: 'Ottavia Bergamaschi', esito: 'clima disteso' },
      ...{ relazione_entro: '2025-03-28', relazione_data: '2025-03-25' },
    },
  ],
  gruppi: [
    {
      ...{
        id: 'G1',
        struttura: 'ONTANO',
        titolo: 'Gruppo del mattino',
        area: 'gruppo',
        giorno_settimana: '2',
        ora: '10:00',
      },
      ...{ ore: '1,5', operatori: '2', volontari: '1', dal: '2025-01-01', al: '2027-12-31' },
      ...{ nomi_operatori: 'Ottavia Bergamaschi, Ugo Zani', nomi_volontari: 'Rosa Belli' },
    },
  ],
  attivita: [
    {
      ...{
        id: 'A1',
        data: '2025-03-18',
        struttura: 'ONTANO',
        area: 'gruppo',
        titolo: 'Gruppo del mattino',
        ore: '1,5',
        ospiti: 'O3',
      },
      ...{ operatori: '2', volontari: '1', gruppo: 'G1', stato: 'fatto', ora: '10:00' },
      ...{ nomi_operatori: 'Ottavia Bergamaschi, Ugo Zani', nomi_volontari: 'Rosa Belli' },
    },
  ],
  misure: [
    {
      ...{
        id: 'S1',
        ospite: 'O3',
        misura: 'detenzione_art94ter',
        dal: '2025-03-01',
        al: '2026-03-01',
        autorita: 'Tribunale di Cremona',
      },
      ...{ fine_pena: '2026-08-15', provvedimento: 'n. 45/2025', prescrizioni: 'non esce dopo le 20' },
    },
  ],
  segnalazioni: [
    {
      ...{
        id: 'R1',
        data: '2025-01-20',
        servizio_inviante: 'SERD',
        regione: 'Lombardia',
        sesso: 'M',
        cittadinanza: 'IT',
      },
      ...{
        colloquio_data: '2025-02-01',
        colloquio_luogo: 'presenza',
        esito: 'inserita',
        motivo_diniego: 'altri_motivi',
      },
      ...{ struttura: 'ONTANO', data_esito: '2025-02-20' },
    },
  ],
  assenze: [
    {
      ...{ id: 'X1', ingresso: 'I1', tipo: 'rientro_famiglia', codice: 'U', uscita: '2025-03-08', ora_uscita: '08:30' },
      ...{ confermata: 'si', uscita_prevista: '2025-03-08', ora_uscita_prevista: '08:00' },
      ...{ rientro_previsto: '2025-03-10', ora_prevista: '18:00', rientro: '2025-03-10', ora_rientro: '17:45' },
      ...{
        accompagnatore: 'la sorella',
        destinazione: 'Pieve Alta',
        motivo: 'compleanno',
        uscita_assente: 'si',
        rientro_assente: 'no',
      },
    },
    { id: 'X2', ingresso: 'I3', tipo: 'ricovero', codice: 'R', uscita: '2025-03-11', rientro: '2025-03-15' },
  ],
  udienze: [
    {
      ...{
        id: 'U1',
        ospite: 'O3',
        misura: 'S1',
        data: '2025-06-10',
        ora: '11:15',
        autorita: 'Tribunale di Cremona',
        luogo: 'aula 3',
      },
      ...{ accompagnatore: 'Renzo', esito: 'rinviata' },
    },
  ],
  violazioni: [
    {
      ...{ id: 'W1', ospite: 'O3', misura: 'S1', data: '2025-05-02', fatto: 'rientro alle 21' },
      ...{ comunicata_a: 'UEPE', comunicata_il: '2025-05-03' },
    },
  ],
};
