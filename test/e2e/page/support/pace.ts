/** How many times as fast as on a real host time passes here: an hour of the rules is a minute. */
export const factor = 60;

/** Of Prometheus and of the rules, which say 1m. */
export const interval = '1s';

/** Prometheus takes a sample for current for 5 minutes. */
export const lookback = '5s';
