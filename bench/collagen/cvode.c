/*
 * SUNDIALS CVODE on the task, right-hand side in C, dense direct linear solver.
 * Arguments: bdf or adams, tolerance. Reads numbers from standard input: phi, g, the stretches with their output days, the
 * members with their 17 parameters and the 8 states at the start. Writes CPU seconds, then 8 states a line.
 */
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <time.h>

#define STATES 8
#define PARAMETERS 17

enum { kD, kI, fIR, dR, wP, dG, aF, K, dF, eN, dA, dN, s, kap, A0, dM, psi };

typedef struct {
  double p[PARAMETERS];
  double g, N0;
} Member;

static double number(void) {
  double value;
  if (scanf("%lf", &value) != 1) exit(2);
  return value;
}

static int slope(realtype time, N_Vector state, N_Vector out, void *data) {
  (void)time;
  const Member *member = data;
  const double *p = member->p;
  const double *y = N_VGetArrayPointer(state);
  double *d = N_VGetArrayPointer(out);
  const double h = exp(-p[kap] * (y[5] + y[6] + y[7] - 1));
  d[0] = -p[kD] * y[0];
  d[1] = p[kD] * y[0] - p[kI] * y[1];
  d[2] = p[fIR] * p[kI] * y[1] - p[dR] * y[2];
  d[3] = p[dG] * (p[wP] * y[0] + y[2] - y[3]);
  d[4] = p[dF] * (p[aF] * member->g * y[3] / (p[K] + y[3]) - y[4]);
  d[5] = p[dA] * (p[A0] * (1 + y[4]) * h - y[5]);
  d[6] = p[dN] * (member->N0 * (1 + p[eN] * y[4]) * h - y[6]);
  d[7] = p[s] * p[dN] * y[6] - p[dM] * y[7];
  return 0;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  const int method = strcmp(words[1], "adams") == 0 ? CV_ADAMS : CV_BDF;
  const double tolerance = atof(words[2]);
  const double phi = number(), g = number();
  const int stretches = (int)number();
  double from[64], to[64], days[64][512];
  int inside[64], outputs = 0;
  for (int k = 0; k < stretches; k++) {
    from[k] = number();
    to[k] = number();
    inside[k] = (int)number();
    outputs += inside[k];
    for (int j = 0; j < inside[k]; j++) days[k][j] = number();
  }
  const int members = (int)number();
  Member *all = malloc(members * sizeof *all);
  double *starts = malloc(members * STATES * sizeof *starts);
  double *found = malloc((size_t)members * outputs * STATES * sizeof *found);
  for (int m = 0; m < members; m++) {
    for (int j = 0; j < PARAMETERS; j++) all[m].p[j] = number();
    for (int j = 0; j < STATES; j++) starts[m * STATES + j] = number();
    all[m].g = g;
    all[m].N0 = starts[m * STATES + 6];
  }

  const clock_t before = clock();
  double *row = found;
  SUNContext context;
  SUNContext_Create(NULL, &context);
  for (int m = 0; m < members; m++) {
    N_Vector state = N_VNew_Serial(STATES, context);
    double *y = N_VGetArrayPointer(state);
    memcpy(y, &starts[m * STATES], STATES * sizeof *y);
    y[0] += phi;
    void *solver = CVodeCreate(method, context);
    SUNMatrix matrix = SUNDenseMatrix(STATES, STATES, context);
    SUNLinearSolver linear = SUNLinSol_Dense(state, matrix, context);
    CVodeInit(solver, slope, from[0], state);
    CVodeSStolerances(solver, tolerance, tolerance);
    CVodeSetMaxNumSteps(solver, 100000);
    CVodeSetUserData(solver, &all[m]);
    CVodeSetLinearSolver(solver, linear, matrix);
    for (int k = 0; k < stretches; k++) {
      if (k > 0) {
        y[0] += phi;
        CVodeReInit(solver, from[k], state);
      }
      CVodeSetStopTime(solver, to[k]);
      double reached = from[k];
      for (int j = 0; j < inside[k]; j++) {
        if (days[k][j] > reached && CVode(solver, days[k][j], state, &reached, CV_NORMAL) < 0) return 1;
        memcpy(row, y, STATES * sizeof *row);
        row += STATES;
      }
      if (reached < to[k] && CVode(solver, to[k], state, &reached, CV_NORMAL) < 0) return 1;
    }
    N_VDestroy(state);
    CVodeFree(&solver);
    SUNLinSolFree(linear);
    SUNMatDestroy(matrix);
  }
  printf("%.9f\n", (double)(clock() - before) / CLOCKS_PER_SEC);
  for (long i = 0; i < (long)members * outputs; i++) {
    for (int j = 0; j < STATES; j++) printf("%.17g ", found[i * STATES + j]);
    printf("\n");
  }
  return 0;
}
