# crowd.pl COUNT: as crowd.c, for machines without a C compiler. Each child waits on a pipe that nobody
# writes to; when the parent is gone, however it went, the pipe ends and so does the child.
use strict;
use warnings;
use POSIX ();

my $wanted = shift // 0;
die "usage: crowd.pl COUNT (1 to 1000000)\n" unless $wanted =~ /^[1-9]\d{0,6}$/ && $wanted <= 1_000_000;
pipe(my $held, my $kept) or die "pipe: $!\n";

my @children;
my $ended = 0;
$SIG{TERM} = sub { $ended = 1 };
for my $number (1 .. $wanted) {
    last if $ended;
    my $child = fork();
    if (!defined $child) {
        warn "fork $number of $wanted: $!\n";
        last;
    }
    if ($child == 0) {
        $SIG{TERM} = 'DEFAULT';
        close $_ for $kept, \*STDIN, \*STDOUT;
        sysread $held, my $nothing, 1;
        POSIX::_exit(0);
    }
    push @children, $child;
}
if (@children == $wanted && !$ended) {
    $| = 1;
    print "ready\n";
    # Short sleeps: a signal that arrives between the test and the sleep is not lost for long.
    select undef, undef, undef, 0.2 until $ended || getppid() == 1;
}
kill 'KILL', @children if @children;
waitpid $_, 0 for @children;
exit(@children == $wanted || $ended ? 0 : 1);
