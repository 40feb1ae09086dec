import type { RigaScritta } from './cartella.ts';

const giorni = (codici: string) =>
  Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`g${i + 1}`, (codici[i] ?? '.').replace('.', '')]));

export const CHI_DOVE: Record<string, RigaScritta[]> = {
  strutture: [
    {
      codice: 'BETULLA',
      nome: 'La Betulla',
      tipo: 'NUC',
      utenza: 'F',
      ats: 'ATS della Valle',
      comune: 'Pieve Alta',
      provincia: 'CR',
      ...{ indirizzo: 'via delle Betulle 2', cap: '26000', telefono: '0372 000001', dal: '', al: '' },
    },
    {
      codice: 'ONTANO',
      nome: 'L’Ontano',
      tipo: 'CT',
      utenza: 'M',
      ats: 'ATS della Valle',
      comune: 'Pieve Bassa',
      provincia: 'CR',
      ...{ indirizzo: '', cap: '', telefono: '', dal: '2010-05-01', al: '2035-12-31' },
    },
  ],
  moduli: [
    {
      ...{
        codice: 'BETULLA-NUC',
        struttura: 'BETULLA',
        nome: 'Nuclei',
        tipologia: 'NUC',
        conta: 'minori',
        posti_accreditati: '10',
      },
      ...{ posti_disponibili: '8', valido_dal: '2020-01-01', valido_al: '2030-12-31', motivo: 'lavori nell’ala nord' },
      ...{ modulo_dal: '2018-03-01', modulo_al: '2032-06-30' },
    },
    {
      ...{ codice: 'ONTANO-TR', struttura: 'ONTANO', nome: 'Residenziale', tipologia: 'TR', conta: 'adulti' },
      ...{ posti_accreditati: '12', posti_disponibili: '12', valido_dal: '2020-01-01', valido_al: '', motivo: '' },
      ...{ modulo_dal: '', modulo_al: '' },
    },
    {
      ...{ codice: 'ONTANO-PR', struttura: 'ONTANO', nome: 'Pronta accoglienza', tipologia: 'PR', conta: 'adulti' },
      ...{ posti_accreditati: '4', posti_disponibili: '4', valido_dal: '2020-01-01', valido_al: '', motivo: '' },
      ...{ modulo_dal: '', modulo_al: '' },
    },
  ],
  ospiti: [
    {
      ...{ id: 'O1', cognome: 'Zampironi', nome: 'Teodora', sesso: 'F', data_nascita: '1991-05-08' },
      ...{
        luogo_nascita: 'Timișoara',
        cittadinanza: 'RO',
        codice_fiscale: 'STP0301234567890',
        tipo_identificativo: 'STP',
      },
      ...{ identificativo_dal: '2025-01-07', luogo_nascita_codice: 'Z129', residenza: 'via dei Salici 4, Pieve Alta' },
      ...{ telefono: '333 0000001', identita_da_confermare: 'si', nascita_presunta: '' },
    },
    {
      ...{
        id: 'O2',
        cognome: 'Zampironi',
        nome: 'Ilie',
        sesso: 'M',
        data_nascita: '2019-09-30',
        luogo_nascita: 'Pieve Alta',
      },
      ...{ cittadinanza: 'RO', codice_fiscale: '', tipo_identificativo: 'NESSUNO', identificativo_dal: '' },
      ...{
        luogo_nascita_codice: '',
        residenza: '',
        telefono: '',
        identita_da_confermare: 'no',
        nascita_presunta: 'no',
      },
    },
    {
      ...{
        id: 'O3',
        cognome: 'Quartararo',
        nome: 'Nilo',
        sesso: 'M',
        data_nascita: '1978-01-01',
        luogo_nascita: 'Pieve Bassa',
      },
      ...{ cittadinanza: 'IT', codice_fiscale: '', tipo_identificativo: '', identificativo_dal: '' },
      ...{ luogo_nascita_codice: '', residenza: '', telefono: '', identita_da_confermare: '', nascita_presunta: 'si' },
    },
  ],
  nuclei: [{ id: 'N1', nome: 'Famiglia Zampironi' }],
  ingressi: [
    {
      ...{
        id: 'I1',
        ospite: 'O1',
        struttura: 'BETULLA',
        modulo: 'BETULLA-NUC',
        data_ingresso: '2025-02-03',
        tipo_ingresso: 'nuovo',
      },
      ...{ utenza: 'ADULTO', servizio_inviante: 'Tutela minori di Pieve', ente_pagante: 'Comune di Pieve Alta' },
      ...{ stato_civile: 'coniugato', figli_minori: 'si', istruzione: 'elementare', occupazione: 'disoccupato' },
      ...{
        provenienza: 'senza_fissa_dimora',
        carcerazioni: 'mai',
        hiv: 'no',
        hcv: 'si',
        invalidita: 'no',
        dipendenza: 'poli',
      },
      ...{ sostanze_primarie: 'alcol', sostanze_secondarie: 'eroina|cocaina', data_dimissione: '2025-04-10' },
      ...{ esito: 'concluso', destinazione: 'domicilio', data_relazione: '2025-05-02', genitore: '', nucleo: 'N1' },
      ...{ case_manager: 'Ottavia Bergamaschi', fasas: 'FA-2025-0077', informativa_il: '2025-02-04' },
      ...{ certificazione: 'prot. 12/2025', certificazione_il: '2025-01-28', dichiarato_il: '2025-02-05' },
      ...{ hiv_il: '2025-02-06', hcv_il: '2025-02-07', invalidita_il: '2024-11-19' },
      ...{
        fine_prevista: '2026-02-02',
        titolo_accoglienza: '',
        responsabilita_genitoriale: '',
        tutore: '',
        scuola: '',
      },
      ...{ abitazione_uscita: 'casa in affitto', occupazione_uscita: 'tirocinio', oggetti_resi: 'valigia, anello' },
      ...{ documenti_resi: 'passaporto', comunicazioni: 'Tutela minori di Pieve=2025-04-11|Comune di Pieve Alta=' },
      note_dimissione: 'Saluto con il gruppo.\nTorna a trovarci a maggio.',
    },
    {
      ...{
        id: 'I2',
        ospite: 'O2',
        struttura: 'BETULLA',
        modulo: 'BETULLA-NUC',
        data_ingresso: '2025-02-03',
        tipo_ingresso: 'nuovo',
      },
      ...{ utenza: 'MINORE', genitore: 'O1', nucleo: 'N1', titolo_accoglienza: 'al_seguito', tutore: 'avv. Crespi' },
      ...{
        responsabilita_genitoriale: 'la madre',
        scuola: 'Infanzia di Pieve Alta',
        data_dimissione: '2025-04-10',
        esito: 'concluso',
      },
    },
    {
      ...{
        id: 'I3',
        ospite: 'O3',
        struttura: 'ONTANO',
        modulo: 'ONTANO-PR',
        data_ingresso: '2025-03-01',
        tipo_ingresso: 'rientro',
      },
      ...{
        utenza: 'DUS',
        data_dimissione: '',
        esito: '',
        ente_pagante: 'ATS della Valle',
        carcerazioni: 'da_1_a_3_anni',
      },
    },
  ],
  cambi_modulo: [{ ingresso: 'I3', dal: '2025-03-20', modulo: 'ONTANO-TR' }],
  presenze: [
    { ingresso: 'I1', mese: '2025-03', ...giorni('PPPPPPPUUPPPPPPPPPPPPPPPPPPPPPP') },
    { ingresso: 'I3', mese: '2025-03', ...giorni('PPPPPPPPPPRRRRPPPPPPPPPPPPPPPPP') },
  ],
};
