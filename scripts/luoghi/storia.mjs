// What the lists do not say and people born before need: who became what, and the provinces before 1995. Written by hand from the
// laws that did it (each row names a code of the ANPR archive; the script refuses one that does not agree with its dates).

/** A new comune ← those it was made of, all gone the day before it began. */
export const FUSIONI = `
M208 F888 H742 I334 | G926 C967 D337 | M300 B833 B834 | M302 C831 F678 I495 | M304 F769 G714 | I162 I167 I252 | M311 B545 L044
M313 A839 C944 F286 G644 L162 L163 | M314 A901 E658 | M315 C965 D986 E151 | M330 F693 F694 | M332 H124 L692
M318 C071 F593 H322 | M322 C112 G552 | M329 H008 I952 | M320 A726 C191 D158 F659 I474 | M323 F026 F198 F199 | M321 D583 E296
M326 I085 I514 | M319 D449 L763 | M327 A559 E455 | M328 D160 E688 | M325 I763 L354 | M331 C830 I285 | M324 G755 I550 | M317 H352 L101
M334 B140 D991 | M333 I349 L649 | M335 A744 C754 | M336 D369 E051 G329 | M341 E525 F181 G182 L371 | M337 L755 L756 | M340 B011 H123
M338 A711 D017 | M339 E775 G677 L705 | M342 C146 E672 | M347 E059 I737 | M346 A456 L657 | M343 A808 D248 G989
M344 C994 I772 L033 L385 L800 | M345 D349 H966 | M348 G448 H596 | M373 B508 H145 I074 | M371 D182 E552 | M369 A558 E135 | M367 G783 M174
M372 D067 D973 | M364 B283 C840 E585 G654 | M368 F476 F641 | M349 D516 E150 E222 L550 | M350 B078 C467 L697 L896 | M351 A260 D336
M352 B185 C694 C953 | M353 A933 M198 | M354 I889 I979 L910 | M355 C452 E614 | M356 D206 D631 L137 | M357 B386 E461 | M358 D250 L903 M006
M359 D572 I760 L201 L329 | M360 A967 B135 E452 H545 | M361 F396 H039 H162 | M362 G214 L107 L821 | M363 F837 L060 L457 | M365 G641 H057
M366 D302 F341 | M370 I619 L864 | M375 D506 G638 H092 | M374 D726 I345 | M376 A012 D235 | M377 G715 H980 | M378 F402 H911
M379 A639 G089 G537 H886 | M380 F555 H721 I670 | M381 F235 I209 | M382 D609 G637 | M383 E444 G427 H171 | M384 E138 H863
M385 B983 G400 I650 I898 L375 | M386 B479 F885 G399 | M387 B814 F406 | M388 C005 D941 | M389 H291 H292 | M390 G950 L893 | M391 H297 H305
M392 E468 G451 | M393 B456 C362 | M394 B942 C299 H830 | M395 E308 L368 L813 | M396 F804 G633 H248 | M397 A211 G695 | M398 B136 C450
M399 E586 L381 | M400 D627 M034 | M401 A627 F768 | M402 F091 H705 I226 | M403 D005 H579 | M404 C367 D225 D481 | M405 A199 E727 G396
M406 B013 B739 | M407 F853 M142 | M408 A633 L067 | M409 D713 L390 | M410 A806 H360 | M411 F174 I845 | M412 B359 I792 | M413 A493 I459
M414 C526 H103 | M415 F164 L338 L548 | M416 D937 L798 | M417 I835 L436 L606 M304 | M418 D370 G536 | M419 B599 H637 L659 | M420 D194 E712
M421 C562 F094 L422 | M422 D157 G221 | M423 B547 C734 I047 L650 | M424 L768 M160 | M425 B347 E529 | M426 F019 F306 | M427 C949 E762
M428 A042 H047 | M429 C103 D663 E866 | M430 B165 B360 C797 H254 H506 | M431 B723 D243 L678 | M433 A645 B131 E856 | M434 F709 L204
M435 H521 L487 | M436 D902 I879 | M437 A121 M332 | M438 B749 L878 | M312 E667
`;

/** Codes the data set lost. */
export const MANCANTI = [{ codice: 'E667', nome: 'Lonato', sigla: 'BS', al: '2007-07-01' }];

/** A comune that was there already ← those that went into it. */
export const INCORPORAZIONI = `
E958 M299 | E090 F121 | A861 H050 | M354 E378 | G521 I596 | H840 C374 | I632 D529 | D564 A031 | L669 H648 | I367 B489 | H727 C140
B285 L636 | L258 B320 | H883 A866 | A119 H329 | A745 L731 | I042 D457 | G479 F474 | B567 A134 | I531 L394 | I444 I842 | G337 L870
`;

/** code, the last name before that day: names that changed with the code kept. */
export const NOMI = [
  ['B567', 'Campospinoso', '2023-11-18'],
  ['B644', 'Capaccio', '2016-06-10'],
  ['D118', 'Costermano', '2016-12-24'],
  ['H883', 'San Giorgio di Mantova', '2019-01-01'],
  ['I632', 'Sermide', '2017-03-01'],
];

/** Gone comuni of which the data set kept the province of another time. */
export const PROVINCE_DEI_CESSATI = { TO: 'A199 E727 F164 G396 L338 L548', PV: 'H637' };

/** Comuni that changed province after the ISTAT list that is read. */
export const PROVINCE_DOPO = [['F478 I460', 'PU', 'RN', '2021-06-17']];

/** The day a province of `al` was made, where ISTAT's columns tell that a comune changed: the first row that fits. */
export const GIORNI = [
  { da: 'PU', a: 'RN', il: '2009-08-15' }, // L. 117/2009
  { a: 'MB', il: '2009-06-30' }, // L. 146/2004
  { a: 'FM', il: '2009-07-12' }, // L. 147/2004
  { a: 'BT', il: '2009-07-27' }, // L. 148/2004
  { da: 'BL', a: 'UD', il: '2017-12-16' }, // L. 182/2017
  { da: 'LC', a: 'BG', il: '2018-01-27' }, // L.R. Lombardia 36/2017
  { a: 'SU', il: '2016-04-28' }, // L.R. Sardegna 2/2016
  { da: 'OT', a: 'SS', il: '2016-04-28' },
  { da: 'OG', a: 'NU', il: '2016-04-28' },
  { a: 'OT', il: '2006-01-01' }, // L.R. Sardegna 9/2001
  { a: 'OG', il: '2006-01-01' },
  { a: 'VS', il: '2006-01-01' },
  { a: 'CI', il: '2006-01-01' },
  { da: 'NU', a: 'OR', il: '2006-01-01' },
  { da: 'NU', a: 'CA', il: '2006-01-01' },
];

/** Before ISTAT's first column (1995): what the comuni of a province were in until that day, with the exceptions by code. */
export const PRIMA_DEL_1995 = [
  { provincia: 'LO', prima: 'MI', il: '1992-04-16' }, // d.lgs. 251/1992
  { provincia: 'LC', prima: 'CO', il: '1992-04-16', salvo: { BG: 'B423 B763 D428 F561 L257 L751' } }, // d.lgs. 250/1992
  { provincia: 'BI', prima: 'VC', il: '1992-04-16' }, // d.lgs. 248/1992
  { provincia: 'VB', prima: 'NO', il: '1992-05-23' }, // d.lgs. 277/1992
  { provincia: 'RN', prima: 'FO', il: '1992-04-16' }, // d.lgs. 252/1992
  { provincia: 'FC', prima: 'FO', il: '1992-04-16' },
  { provincia: 'PO', prima: 'FI', il: '1992-04-16' }, // d.lgs. 254/1992
  { provincia: 'KR', prima: 'CZ', il: '1992-04-16' }, // d.lgs. 249/1992
  { provincia: 'VV', prima: 'CZ', il: '1992-04-16' }, // d.lgs. 253/1992
  { provincia: 'PU', prima: 'PS', il: '1998-09-04' }, // the province's letters only
  { provincia: 'PN', prima: 'UD', il: '1968-04-06' }, // L. 171/1968
  { provincia: 'IS', prima: 'CB', il: '1970-03-03' }, // L. 20/1970
  { provincia: 'OR', prima: 'CA', il: '1974-08-20', salvo: { NU: 'D200 I503 I609 L393' } }, // L. 306/1974
];

/** A State that is no more → those of its land and the day they began; `gia`: those that were there before it ended. */
export const STATI = [
  { era: 'Z118', sono: 'Z149 Z150', dal: '1991-06-25' },
  { era: 'Z118', sono: 'Z148', dal: '1991-09-08' },
  { era: 'Z118', sono: 'Z153', dal: '1992-03-03' },
  { era: 'Z118', sono: 'Z157', dal: '2003-02-04' },
  { era: 'Z157', sono: 'Z158 Z159', dal: '2006-06-03' },
  { era: 'Z158', sono: 'Z160', dal: '2008-02-17', vive: true },
  { era: 'Z135', sono: 'Z144 Z145 Z146', dal: '1991-09-06' },
  { era: 'Z135', sono: 'Z138 Z139 Z140 Z154 Z252 Z253 Z254 Z255 Z256 Z257 Z258 Z259', dal: '1991-12-26' },
  { era: 'Z105', sono: 'Z155 Z156', dal: '1993-01-01' },
  { era: 'Z111', sono: 'Z112' },
  { era: 'Z250', sono: 'Z246' },
  { era: 'Z315', sono: 'Z368', dal: '1993-05-24', vive: true },
  { era: 'Z348', sono: 'Z907', dal: '2011-07-09', vive: true },
];
