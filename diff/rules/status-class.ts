/** What a response status as written says of the outcome; what is not a status in the 400s or 500s is no failure. */
export function statusClass(status: string): 'success' | 'failure' | 'default' {
  if (status === 'default') return 'default';
  return /^[45]/.test(status) ? 'failure' : 'success';
}
