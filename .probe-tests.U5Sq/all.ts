import '/work/main/test/lab/hostile.test.ts';
import '/work/main/test/lab/probes.test.ts';
import '/work/main/test/lab/real-walks.test.ts';
import '/work/main/test/lab/snmp.test.ts';
import '/work/main/test/lab/snmpd.test.ts';
import '/work/main/test/lab/worker.test.ts';
