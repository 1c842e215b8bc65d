const modules = new Map<string, WebAssembly.Module>();

/**
 * What a new instance of a WebAssembly module exports; `undefined` where the engine cannot run it, as one without WebAssembly or,
 * where the module needs vectors, on a processor without them.
 * @param code the module in base64, as `npm run assemble` writes it
 */
export function instantiate<Exports>(code: string): Exports | undefined {
  try {
    const module = modules.get(code) ?? new WebAssembly.Module(Buffer.from(code, 'base64'));
    modules.set(code, module);
    // The compiler does not know what a module exports.
    return new WebAssembly.Instance(module).exports as unknown as Exports;
  } catch {
    return undefined;
  }
}
