import { observeRequests, SEAL_CHANNEL, type SealReport } from './seal-report';

const channel = new BroadcastChannel(SEAL_CHANNEL);
const worker = location.href;

function report(message: SealReport): void {
  channel.postMessage(message);
}

observeRequests((atMs) => {
  report({ worker, type: 'request', atMs });
});
addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
  report({ worker, type: 'blocked', what: effectiveDirective, where: blockedURI });
});
