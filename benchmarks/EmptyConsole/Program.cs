// Does nothing: what a .NET process takes to start and to end.
return 0;
