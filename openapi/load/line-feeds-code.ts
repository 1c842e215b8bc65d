/** What `line-feeds.wat` is assembled to, by `npm run assemble`. */
export const LINE_FEEDS =
  'AGFzbQEAAAABBgFgAX8BfwMCAQAFAwEAAQcSAgZtZW1vcnkCAAVjb3VudAAACjEBLwICfwF7QQr9DyEDA0AgAiADIAH9AAQA/SP9ZGlqIQIgAU' +
  'EQaiIBIABJDQALIAIL';
