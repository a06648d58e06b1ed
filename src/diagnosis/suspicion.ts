/**
 * What is told by name has been there for so long, at every look in between. Containers that start and
 * stop pass through all the shapes that are looked for here: mounted before the first process lives, alive
 * before the Engine says running, killed and not yet gone.
 */
export const settleSeconds = 5;
