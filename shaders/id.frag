// Whose pixel this is.
uniform uint id;
out uint whose;

void main() {
    whose = id;
}
